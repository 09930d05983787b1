package dev.tauriboot.plugin.store;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import dev.tauriboot.ipc.InvokeException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Stores}: how stores open and end. The rows are those of the plugins'
 * contract, from the back end.
 */
class StoresTests extends StoreFixture {

	// row 217
	@Test
	void pathIsOneStore() {
		Store store = this.stores.load("a.json");
		assertThat(this.stores.load("x/../a.json", manual())).isSameAs(store);
		assertThat(this.stores.get(this.folder.resolve("a.json").toString())).isSameAs(store);
		assertThat(store.path()).isEqualTo(this.folder.resolve("a.json"));
		assertThat(this.stores.get("b.json")).isNull();
	}

	// row 229
	@Test
	void newStoreReplacesTheOldOne() throws IOException {
		file("a.json", "{\"b\":\"file\"}");
		Store old = this.stores.load("a.json");
		StoreOptions fresh = new StoreOptions(Map.of(), null, null, null, true, false);
		Store created = this.stores.load("a.json", fresh);
		assertThat(created.length()).isZero();
		assertThat(created.rid()).isNotEqualTo(old.rid());
		assertThat(this.stores.get("a.json")).isSameAs(created);
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> old.set("a", 1))
			.withMessage("The resource id " + old.rid() + " is invalid.");
	}

	// row 231
	@Test
	void closedStoreIsGone() {
		Store store = this.stores.load("a.json", StoreOptions.DEFAULT.withAutoSave(Duration.ofHours(1)));
		store.set("a", 1);
		store.close();
		assertThat(this.stores.get("a.json")).isNull();
		assertThat(store.path()).hasContent("{\n  \"a\": 1\n}");
	}

	// row 233
	@Test
	void endOfTheApplicationSaves() {
		Store store = this.stores.load("a.json", manual());
		Store later = this.stores.load("b.json", StoreOptions.DEFAULT.withAutoSave(Duration.ofHours(1)));
		Store unchanged = this.stores.load("c.json", manual());
		store.set("a", 1);
		later.set("a", 1);
		unchanged.save();
		this.writes.set(0);
		this.stores.close();
		assertThat(this.writes).hasValue(2);
		assertThat(store.path()).hasContent("{\n  \"a\": 1\n}");
		assertThat(later.path()).hasContent("{\n  \"a\": 1\n}");
	}

	@Test
	void placeMustBeKnown() {
		try (Stores nowhere = new Stores(() -> null, SOON, Map.of(), this.resources, this.events, this.mapper)) {
			assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> nowhere.load("a"))
				.withMessage("unknown path");
		}
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> this.stores.load("a\u0000b"))
			.withMessage("Invalid argument (os error 22)");
	}

}
