package dev.tauriboot.boot.autoconfigure.acl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.io.CapabilityFileReader;
import dev.tauriboot.acl.io.CapabilityParser;
import dev.tauriboot.acl.io.SourceNode;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The capabilities of {@code tauri.app.security.capabilities} and of Tauri's own files,
 * and everything that is wrong with them (acl 4).
 */
final class ConfiguredCapabilities {

	static final String KEY = "tauri.app.security.capabilities";

	static final String FILES_KEY = "tauri.app.security.capability-files";

	static final String DEFAULT_FILES = "classpath:/capabilities/";

	private final List<Capability> capabilities = new ArrayList<>();

	private final List<AclViolation> problems = new ArrayList<>();

	private final Map<String, String> places = new HashMap<>();

	private boolean present;

	// Identifiers of files to use, null for all.
	private @Nullable List<SourceNode> picked;

	private ConfiguredCapabilities() {
	}

	static ConfiguredCapabilities read(Environment environment, ResourcePatternResolver resources) {
		ConfiguredCapabilities configured = new ConfiguredCapabilities();
		configured.readProperties(ConfigurationTree.read(environment, KEY));
		configured.readFiles(environment.getProperty(FILES_KEY), new CapabilityFileReader(resources));
		return configured;
	}

	private void readProperties(List<SourceNode> sources) {
		this.present = !sources.isEmpty();
		List<SourceNode> maps = sources.stream().filter((source) -> source.entries() != null).toList();
		List<SourceNode> lists = sources.stream()
			.filter((source) -> source.entries() == null && !"".equals(source.value()))
			.toList();
		if (!maps.isEmpty() && !lists.isEmpty()) {
			this.problems.add(new AclViolation(
					"capabilities are a list here and an object at " + maps.get(0).source()
							+ ": write all of them in the same form",
					'\'' + KEY + '\'', lists.get(0).source(), null, List.of()));
		}
		else if (!maps.isEmpty()) {
			readMap(ConfigurationTree.merge(maps));
		}
		else if (!lists.isEmpty()) {
			readList(lists.get(0));
		}
	}

	private void readMap(SourceNode map) {
		Map<String, SourceNode> entries = map.entries();
		if (entries == null) {
			return;
		}
		Map<String, List<String>> alike = new LinkedHashMap<>();
		for (String key : entries.keySet()) {
			alike.computeIfAbsent(key.toLowerCase(Locale.ROOT).replace("-", ""), (name) -> new ArrayList<>()).add(key);
		}
		entries.forEach((key, node) -> {
			List<String> keys = alike.getOrDefault(key.toLowerCase(Locale.ROOT).replace("-", ""), List.of());
			if (keys.size() == 1) {
				add(key, node);
			}
			else if (keys.get(0).equals(key)) {
				this.problems.add(new AclViolation(
						"the keys '" + String.join("' and '", keys)
								+ "' differ in hyphens and letter case only: one may be meant to be the other",
						"capability '" + key + '\'', node.source(), null, List.of()));
			}
		});
	}

	private void readList(SourceNode list) {
		List<SourceNode> items = list.items();
		if (items == null) {
			// An environment variable, for example, with names of files' capabilities.
			items = new ArrayList<>();
			for (String name : String.valueOf(list.value()).split(",")) {
				items.add(new SourceNode(name.trim(), list.source()));
			}
		}
		List<SourceNode> names = new ArrayList<>();
		for (SourceNode item : items) {
			if (item.entries() != null) {
				add(null, item);
			}
			else if (item.value() instanceof String) {
				names.add(item);
			}
			else {
				this.problems.add(new AclViolation(
						"each of a list of capabilities must be an object or an identifier, found " + item.kind(),
						'\'' + KEY + '\'', item.source(), null, List.of()));
			}
		}
		this.picked = items.isEmpty() ? null : names;
	}

	private void add(@Nullable String identifier, SourceNode node) {
		Capability capability = CapabilityParser.ofConfiguration().parse(identifier, node, this.problems);
		if (capability != null) {
			this.capabilities.add(capability);
			node.visit((text, source) -> {
				if (source != null) {
					this.places.putIfAbsent(node.source() + '\n' + text, source);
				}
			});
		}
	}

	private void readFiles(@Nullable String location, CapabilityFileReader reader) {
		List<Capability> files = List.of();
		String folder = (location != null) ? location : DEFAULT_FILES;
		if (reader.exists(folder)) {
			files = reader.read(folder, this.problems);
		}
		else if (location != null) {
			this.problems.add(new AclViolation("there are no capability files at '" + location + '\'',
					'\'' + FILES_KEY + '\'', null, location, List.of()));
		}
		List<SourceNode> names = this.picked;
		if (names == null) {
			this.capabilities.addAll(files);
			this.present = this.present || !files.isEmpty();
			return;
		}
		for (SourceNode name : names) {
			String identifier = String.valueOf(name.value());
			List<Capability> named = files.stream().filter((file) -> file.identifier().equals(identifier)).toList();
			this.capabilities.addAll(named);
			if (named.isEmpty() && this.capabilities.stream().noneMatch((c) -> c.identifier().equals(identifier))) {
				this.problems
					.add(new AclViolation("capability with identifier " + identifier + " not found", '\'' + KEY + '\'',
							name.source(), identifier, files.stream().map(Capability::identifier).toList()));
			}
		}
	}

	/**
	 * Whether there is any configuration of capabilities, be it an empty one.
	 * @return {@code false} if an application says nothing about them
	 */
	boolean isPresent() {
		return this.present;
	}

	List<Capability> capabilities() {
		return this.capabilities;
	}

	List<AclViolation> problems() {
		return this.problems;
	}

	/**
	 * Say of each violation where the offending text is, which the capability itself does
	 * not know.
	 * @param ex what is wrong with capabilities
	 * @return the same with better places, where there are any
	 */
	List<AclViolation> located(AclViolationsException ex) {
		List<AclViolation> located = new ArrayList<>();
		for (AclViolation violation : ex.getViolations()) {
			located.add(located(violation));
		}
		return located;
	}

	private AclViolation located(AclViolation violation) {
		for (Capability capability : this.capabilities) {
			if (violation.subject().equals("capability '" + capability.identifier() + '\'')
					&& capability.source() != null && capability.source().equals(violation.source())
					&& !capability.identifier().equals(violation.value())) {
				String place = this.places.get(capability.source() + '\n' + violation.value());
				return (place != null) ? new AclViolation(violation.message(), violation.subject(), place,
						violation.value(), violation.candidates()) : violation;
			}
		}
		return violation;
	}

}
