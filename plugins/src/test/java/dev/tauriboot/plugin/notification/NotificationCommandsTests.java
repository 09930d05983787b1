package dev.tauriboot.plugin.notification;

import dev.tauriboot.channel.Channel;
import dev.tauriboot.window.Page;
import org.junit.jupiter.api.Test;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link NotificationCommands}.
 */
class NotificationCommandsTests {

	private final NotificationCommands commands = new NotificationCommands(mock(Notifier.class));

	// row 200
	@Test
	void pageThatListensAgainAndAgainDoesNotGrow() {
		Page page = mock(Page.class);
		for (long id = 1; id <= 3; id++) {
			Channel<Object> handler = handler(id);
			this.commands.registerListener("notification", handler, page);
			this.commands.removeListener("notification", id, page);
			then(handler).should().close();
		}
		then(page).should(times(1)).onClose(any());
	}

	@SuppressWarnings("unchecked")
	private static Channel<Object> handler(long id) {
		Channel<Object> handler = mock(Channel.class);
		given(handler.id()).willReturn(id);
		given(handler.keepOpen()).willReturn(handler);
		return handler;
	}

}
