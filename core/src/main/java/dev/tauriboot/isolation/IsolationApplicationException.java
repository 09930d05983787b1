package dev.tauriboot.isolation;

/**
 * The isolation application cannot be used.
 *
 * @since 0.1.0
 */
public class IsolationApplicationException extends RuntimeException {

	private final String location;

	private final String problem;

	/**
	 * Create a failure.
	 * @param location where the application was looked for
	 * @param problem what is wrong, a clause whose subject is the application
	 */
	public IsolationApplicationException(String location, String problem) {
		super("The isolation application at '" + location + "' cannot be used: " + problem);
		this.location = location;
		this.problem = problem;
	}

	/**
	 * Where the application was looked for.
	 * @return the location
	 */
	public String getLocation() {
		return this.location;
	}

	/**
	 * What is wrong.
	 * @return a clause whose subject is the application
	 */
	public String getProblem() {
		return this.problem;
	}

}
