package dev.tauriboot.plugin.dialog;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.tauriboot.runtime.MessageDialogOptions.Button;
import dev.tauriboot.runtime.MessageDialogOptions.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * The buttons of a dialog, as pages tell them: the name of a set, or an object of such a
 * name and of labels.
 *
 * @param buttons the buttons
 */
record MessageButtons(List<Button> buttons) {

	static final MessageButtons OK = new MessageButtons(List.of(Button.OK));

	static final MessageButtons OK_CANCEL = new MessageButtons(List.of(Button.OK, Button.CANCEL));

	static final MessageButtons YES_NO = new MessageButtons(List.of(Button.YES, Button.NO));

	private static final MessageButtons YES_NO_CANCEL = new MessageButtons(
			List.of(Button.YES, Button.NO, Button.CANCEL));

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static MessageButtons of(JsonNode value) {
		if (value.isString()) {
			return named(value.stringValue());
		}
		Assert.isTrue(value.isObject() && value.size() == 1, "expected the name of a set of buttons or their labels");
		String name = value.propertyNames().iterator().next();
		JsonNode labels = value.path(name);
		return switch (name) {
			case "OkCustom" -> labelled(List.of(Role.OK), labels.isArray() ? labels : null, labels);
			case "OkCancelCustom" -> labelled(List.of(Role.OK, Role.CANCEL), labels, labels);
			case "YesNoCancelCustom" -> labelled(List.of(Role.YES, Role.NO, Role.CANCEL), labels, labels);
			default -> throw unknown(name);
		};
	}

	private static MessageButtons named(String name) {
		return switch (name) {
			case "Ok" -> OK;
			case "OkCancel" -> OK_CANCEL;
			case "YesNo" -> YES_NO;
			case "YesNoCancel" -> YES_NO_CANCEL;
			default -> throw unknown(name);
		};
	}

	private static IllegalArgumentException unknown(String name) {
		return new IllegalArgumentException("unknown variant `" + name + "`, expected one of `Ok`, `OkCancel`, `YesNo`,"
				+ " `YesNoCancel`, `OkCustom`, `OkCancelCustom`, `YesNoCancelCustom`");
	}

	private static MessageButtons labelled(List<Role> roles, @Nullable JsonNode array, JsonNode single) {
		List<Button> buttons = new ArrayList<>();
		for (int i = 0; i < roles.size(); i++) {
			JsonNode label = (array != null) ? array.path(i) : single;
			Assert.isTrue(label.isString(), "expected a label for each button");
			buttons.add(new Button(roles.get(i), label.stringValue()));
		}
		return new MessageButtons(buttons);
	}

	// What older clients send: labels beside the command that says which buttons.
	MessageButtons relabelled(@Nullable String first, @Nullable String second) {
		List<Button> changed = new ArrayList<>();
		for (Button button : this.buttons) {
			String label = changed.isEmpty() ? first : second;
			changed.add((label != null) ? new Button(button.role(), label) : button);
		}
		return new MessageButtons(changed);
	}

}
