package dev.tauriboot.demo.importing;

import java.io.IOException;

import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.TauriCommand;
import jakarta.validation.constraints.NotBlank;

import org.springframework.stereotype.Component;

/**
 * Import with progress: a call that is cancelled interrupts this thread.
 */
@Component
class ImportCommands {

	private final FolderImport folderImport;

	ImportCommands(FolderImport folderImport) {
		this.folderImport = folderImport;
	}

	@TauriCommand
	ImportProgress importFolder(@NotBlank(message = "Which folder?") String source, Channel<ImportProgress> onProgress)
			throws IOException {
		return this.folderImport.run(source, onProgress::send);
	}

}
