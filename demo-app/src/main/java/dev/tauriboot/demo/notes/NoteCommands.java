package dev.tauriboot.demo.notes;

import java.io.IOException;
import java.util.List;

import dev.tauriboot.command.annotation.TauriCommand;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.stereotype.Component;

/**
 * The commands of the list and the editor.
 */
@Component
class NoteCommands {

	private final NoteStore store;

	NoteCommands(NoteStore store) {
		this.store = store;
	}

	@TauriCommand
	String notesFolder() {
		return this.store.folder().toString();
	}

	@TauriCommand
	List<NoteSummary> listNotes() throws IOException {
		return this.store.list();
	}

	@TauriCommand
	Note readNote(String path) throws IOException {
		return this.store.read(path);
	}

	@TauriCommand
	Note saveNote(@Valid NoteDraft note) throws IOException {
		return this.store.save(note.path(), note.content());
	}

	@TauriCommand
	Note createNote(@NotBlank(message = "A note needs a title.") @Size(max = 120) String title) throws IOException {
		return this.store.create(title);
	}

	@TauriCommand
	Note renameNote(String path, @NotBlank(message = "A note needs a name.") @Size(max = 120) String name)
			throws IOException {
		return this.store.rename(path, name);
	}

	@TauriCommand
	void deleteNote(String path) throws IOException {
		this.store.delete(path);
	}

}
