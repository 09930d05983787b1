package dev.tauriboot.command.annotation.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.Scope;
import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.authority.CommandScope;
import dev.tauriboot.authority.GlobalScope;
import dev.tauriboot.command.CommandArgument;
import dev.tauriboot.command.CommandArgumentResolver;
import dev.tauriboot.command.CommandMapping;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;
import org.springframework.util.ConcurrentLruCache;

/**
 * Gives parameters of type {@link CommandScope} and {@link GlobalScope} the scope entries
 * that a call was granted with. Entries are read once for each plugin and type, by the
 * application's mapper without its leniency, as arguments are.
 */
final class ScopeArgumentResolver implements CommandArgumentResolver {

	private static final int MAX_CACHED = 256;

	private final JsonMapper mapper;

	private final ConcurrentLruCache<Key, Object> known = new ConcurrentLruCache<>(MAX_CACHED, this::read);

	ScopeArgumentResolver(JsonMapper mapper) {
		Assert.notNull(mapper, "'mapper' must not be null");
		this.mapper = ArgumentMapper.of(mapper);
	}

	@Override
	public @Nullable CommandArgument argumentFor(MethodParameter parameter, CommandMapping command) {
		Class<?> kind = parameter.getParameterType();
		if (kind != CommandScope.class && kind != GlobalScope.class) {
			return null;
		}
		JavaType declared = this.mapper.constructType(
				GenericTypeResolver.resolveType(parameter.getGenericParameterType(), parameter.getContainingClass()));
		String plugin = command.name().plugin();
		return new ScopeArgument((plugin != null) ? plugin : "", declared.containedTypeOrUnknown(0),
				kind == CommandScope.class);
	}

	private Object read(Key key) {
		List<@Nullable Object> allow = read(key.scope.allow(), key.type);
		List<@Nullable Object> deny = read(key.scope.deny(), key.type);
		return key.ofCommand ? new CommandScope<@Nullable Object>(allow, deny)
				: new GlobalScope<@Nullable Object>(allow, deny);
	}

	private List<@Nullable Object> read(List<@Nullable Object> entries, JavaType type) {
		List<@Nullable Object> values = new ArrayList<>(entries.size());
		for (Object entry : entries) {
			values.add(read(entry, type));
		}
		return values;
	}

	private @Nullable Object read(@Nullable Object entry, JavaType type) {
		if (type.isJavaLangObject() || (type.hasRawClass(Map.class) && type.getContentType().isJavaLangObject()
				&& type.getKeyType().hasRawClass(String.class) && entry instanceof Map)) {
			return entry;
		}
		JsonNode node = this.mapper.valueToTree(entry);
		if (node.isNull() && !type.isTypeOrSubTypeOf(JsonNode.class)) {
			throw unreadable(InvalidArguments.invalidType(node, type.getRawClass()), null);
		}
		try {
			return this.mapper.readerFor(type).readValue(node);
		}
		catch (JacksonException ex) {
			throw unreadable(InvalidArguments.detail(ex, node, type, this.mapper), ex);
		}
	}

	private static InvokeException unreadable(String detail, @Nullable Throwable cause) {
		return new InvokeException("error deserializing scope: " + detail, cause);
	}

	/**
	 * A parameter that is a scope.
	 */
	private final class ScopeArgument implements CommandArgument {

		private final String plugin;

		private final JavaType type;

		private final boolean ofCommand;

		ScopeArgument(String plugin, JavaType type, boolean ofCommand) {
			this.plugin = plugin;
			this.type = type;
			this.ofCommand = ofCommand;
		}

		@Override
		public Object resolve(InvokeRequest request) {
			throw new IllegalStateException("a scope comes with the decision on a call only");
		}

		@Override
		public Object resolve(InvokeRequest request, Granted granted) {
			Scope scope = this.ofCommand ? granted.commandScope() : granted.globalScope();
			Key key = new Key(this.plugin, this.type, scope, this.ofCommand);
			// A tree can be changed by whoever gets it, so that each call gets its own.
			return this.type.isTypeOrSubTypeOf(JsonNode.class) ? read(key) : ScopeArgumentResolver.this.known.get(key);
		}

	}

	/**
	 * A scope as the commands of one plugin read it. Scopes are compared by identity,
	 * which is quick and can mix up nothing.
	 */
	private static final class Key {

		private final String plugin;

		private final JavaType type;

		private final Scope scope;

		private final boolean ofCommand;

		Key(String plugin, JavaType type, Scope scope, boolean ofCommand) {
			this.plugin = plugin;
			this.type = type;
			this.scope = scope;
			this.ofCommand = ofCommand;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Key key && this.scope == key.scope && this.ofCommand == key.ofCommand
					&& this.plugin.equals(key.plugin) && this.type.equals(key.type);
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this.scope) * 31 + this.type.hashCode();
		}

	}

}
