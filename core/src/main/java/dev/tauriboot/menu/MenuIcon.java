package dev.tauriboot.menu;

import java.util.Set;

import dev.tauriboot.image.Image;

import org.springframework.util.Assert;

/**
 * The icon of an item.
 *
 * @since 0.1.0
 */
public sealed interface MenuIcon {

	/**
	 * An icon of the application's own.
	 *
	 * @param image the image, shown as large as the text beside it
	 */
	record Picture(Image image) implements MenuIcon {

		public Picture {
			Assert.notNull(image, "'image' must not be null");
		}

	}

	/**
	 * An icon that macOS has. It is shown nowhere else.
	 *
	 * @param name one of {@link #NAMES}
	 */
	record Native(String name) implements MenuIcon {

		/** The names there are. */
		public static final Set<String> NAMES = Set.of("Add", "Advanced", "Bluetooth", "Bookmarks", "Caution",
				"ColorPanel", "ColumnView", "Computer", "EnterFullScreen", "Everyone", "ExitFullScreen", "FlowView",
				"Folder", "FolderBurnable", "FolderSmart", "FollowLinkFreestanding", "FontPanel", "GoLeft", "GoRight",
				"Home", "IChatTheater", "IconView", "Info", "InvalidDataFreestanding", "LeftFacingTriangle", "ListView",
				"LockLocked", "LockUnlocked", "MenuMixedState", "MenuOnState", "MobileMe", "MultipleDocuments",
				"Network", "Path", "PreferencesGeneral", "QuickLook", "RefreshFreestanding", "Refresh", "Remove",
				"RevealFreestanding", "RightFacingTriangle", "Share", "Slideshow", "SmartBadge", "StatusAvailable",
				"StatusNone", "StatusPartiallyAvailable", "StatusUnavailable", "StopProgressFreestanding",
				"StopProgress", "TrashEmpty", "TrashFull", "User", "UserAccounts", "UserGroup", "UserGuest");

		public Native {
			Assert.isTrue(NAMES.contains(name), () -> "'" + name + "' is not the name of an icon");
		}

	}

}
