package dev.tauriboot.boot.autoconfigure.javafx;

import java.time.Duration;

import dev.tauriboot.boot.autoconfigure.TauriProperties;
import dev.tauriboot.boot.autoconfigure.TauriProperties.Repair;
import dev.tauriboot.download.Downloads;
import dev.tauriboot.javafx.FxRepairKit;
import dev.tauriboot.javafx.FxRepairKit.ClipboardAccess;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.runtime.FileDialogs;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What pages get that the engine of JavaFX lacks.
 */
@Configuration(proxyBeanMethods = false)
class FxRepairConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnProperty(name = "tauri.webview.repair.downloads", matchIfMissing = true)
	Downloads tauriDownloads(ObjectProvider<FileDialogs> dialogs, ApplicationEventPublisher events,
			BaseDirectories directories, TauriProperties properties) {
		return new Downloads(dialogs.getIfUnique(FileDialogs::unavailable), events,
				directories.resolve(BaseDirectory.DOWNLOAD), properties.webview().maxDownloads());
	}

	@Bean
	@ConditionalOnMissingBean
	FxRepairKit tauriRepairKit(TauriProperties properties, ObjectProvider<Downloads> downloads,
			ObjectProvider<FileDialogs> dialogs, ApplicationEventPublisher events) {
		Repair repair = properties.webview().repair();
		ClipboardAccess written = repair.clipboard() ? ClipboardAccess.WRITE : ClipboardAccess.NONE;
		Duration slow = repair.slowScriptAfter();
		return FxRepairKit.NONE.withDownloads(repair.downloads() ? downloads.getIfUnique() : null)
			.withErrorPages(repair.errorPages())
			.withFileInputs(repair.fileInputs() ? dialogs.getIfUnique() : null)
			.withClipboard(repair.clipboardRead() ? ClipboardAccess.READ : written)
			.withSlowScripts((slow.toMillis() > 0) ? slow : null, events::publishEvent)
			.withConsole(repair.console())
			.withWindowOpen(repair.windowOpen())
			.withZoomKeys(repair.zoomKeys());
	}

}
