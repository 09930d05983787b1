package dev.tauriboot.acl.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.Capability;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.Assert;

/**
 * Reads capability files of Tauri's own, in JSON and TOML, so that those of an existing
 * application work as they are (acl 4.4).
 *
 * @since 0.1.0
 */
public final class CapabilityFileReader {

	private static final String SUBJECT = "capability file";

	private final ResourcePatternResolver resources;

	private final CapabilityParser parser = CapabilityParser.ofFiles();

	/**
	 * Create a reader.
	 * @param resources finds the files
	 */
	public CapabilityFileReader(ResourcePatternResolver resources) {
		Assert.notNull(resources, "'resources' must not be null");
		this.resources = resources;
	}

	/**
	 * Whether there is anything at a location.
	 * @param location a folder or a file
	 * @return {@code true} if it exists
	 */
	public boolean exists(String location) {
		return this.resources.getResource(location).exists();
	}

	/**
	 * Read all capability files of a folder, at any depth, except those whose own folder
	 * is called {@code schemas} and those that are neither JSON nor TOML by their name;
	 * or one file.
	 * @param location the folder, or the file
	 * @param problems gets everything that is wrong with them
	 * @return the capabilities that could be read, in the order of the files' names
	 */
	public List<Capability> read(String location, List<AclViolation> problems) {
		Assert.notNull(location, "'location' must not be null");
		Assert.notNull(problems, "'problems' must not be null");
		List<Capability> capabilities = new ArrayList<>();
		for (Resource file : find(location, problems)) {
			SourceNode content = DataFiles.read(file, SUBJECT, problems);
			if (content != null) {
				for (SourceNode node : capabilities(content)) {
					Capability capability = this.parser.parse(null, node, problems);
					if (capability != null) {
						capabilities.add(capability);
					}
				}
			}
		}
		return capabilities;
	}

	private List<Resource> find(String location, List<AclViolation> problems) {
		Resource single = this.resources.getResource(location);
		if (DataFiles.canRead(single)) {
			return List.of(single);
		}
		try {
			String folder = location.endsWith("/") ? location : location + '/';
			List<Resource> files = new ArrayList<>();
			for (Resource file : this.resources.getResources(folder + "**/*.*")) {
				if (DataFiles.canRead(file) && !isInSchemas(file)) {
					files.add(file);
				}
			}
			files.sort(Comparator.comparing(Resource::getDescription));
			return files;
		}
		catch (IOException ex) {
			problems.add(new AclViolation("cannot be read: " + ex.getMessage(), SUBJECT, location, null, List.of()));
			return List.of();
		}
	}

	private static boolean isInSchemas(Resource file) throws IOException {
		List<String> path = Arrays.asList(file.getURL().getPath().split("/"));
		return path.size() > 1 && path.get(path.size() - 2).equals("schemas");
	}

	private static List<SourceNode> capabilities(SourceNode content) {
		if (content.items() != null) {
			return content.items();
		}
		SourceNode several = (content.entries() != null) ? content.entries().get("capabilities") : null;
		return (several != null && several.items() != null) ? several.items() : List.of(content);
	}

}
