package dev.tauriboot.menu;

import java.util.List;

import dev.tauriboot.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * What a dialog about the application tells.
 *
 * @param name the application's name, {@code null} for the one it has
 * @param version its version, {@code null} for the one it has
 * @param shortVersion a version to put beside the other
 * @param authors who made it
 * @param comments what it is
 * @param copyright who has the rights
 * @param license under which conditions it may be used
 * @param website the address of its site
 * @param websiteLabel what to write for that address
 * @param credits who else to thank
 * @param icon an icon
 * @since 0.1.0
 */
public record AboutMetadata(@Nullable String name, @Nullable String version, @Nullable String shortVersion,
		List<String> authors, @Nullable String comments, @Nullable String copyright, @Nullable String license,
		@Nullable String website, @Nullable String websiteLabel, @Nullable String credits, @Nullable Image icon) {

	/** Tells nothing but what is known of the application. */
	public static final AboutMetadata NONE = new AboutMetadata(null, null, null, List.of(), null, null, null, null,
			null, null, null);

	public AboutMetadata {
		authors = List.copyOf(authors);
	}

	/**
	 * The same with a name and a version, where there are none.
	 * @param name the name
	 * @param version the version
	 * @return what to tell
	 */
	public AboutMetadata withDefaults(String name, String version) {
		return new AboutMetadata((this.name != null) ? this.name : name,
				(this.version != null) ? this.version : version, this.shortVersion, this.authors, this.comments,
				this.copyright, this.license, this.website, this.websiteLabel, this.credits, this.icon);
	}

}
