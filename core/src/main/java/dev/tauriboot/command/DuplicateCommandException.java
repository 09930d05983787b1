package dev.tauriboot.command;

import java.lang.reflect.Method;

import dev.tauriboot.CommandName;

/**
 * Two methods claim the same command.
 *
 * @since 0.1.0
 */
public class DuplicateCommandException extends RuntimeException {

	private final transient CommandName name;

	private final transient Method first;

	private final transient Method second;

	DuplicateCommandException(CommandName name, Method first, Method second) {
		super("Command '" + name + "' is declared by both " + first.toGenericString() + " and "
				+ second.toGenericString());
		this.name = name;
		this.first = first;
		this.second = second;
	}

	/**
	 * The name claimed twice.
	 * @return the name
	 */
	public CommandName getName() {
		return this.name;
	}

	/**
	 * The method found first.
	 * @return the method
	 */
	public Method getFirst() {
		return this.first;
	}

	/**
	 * The method found second.
	 * @return the method
	 */
	public Method getSecond() {
		return this.second;
	}

}
