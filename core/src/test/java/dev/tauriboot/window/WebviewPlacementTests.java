package dev.tauriboot.window;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebviewPlacementTests {

	@Test
	void fillingIsAllOfAnyContent() {
		assertThat(WebviewPlacement.FILLING.in(300, 200)).isEqualTo(WebviewPlacement.at(0, 0, 300, 200));
		assertThat(WebviewPlacement.FILLING.withRelative(false, 300, 200).in(10, 10))
			.isEqualTo(WebviewPlacement.at(0, 0, 300, 200));
	}

	@Test
	void placeInPixelsStays() {
		WebviewPlacement place = WebviewPlacement.at(1, 2, 3, 4);
		assertThat(place.in(300, 200)).isSameAs(place);
		assertThat(place.movedTo(5, 6, 300, 200)).isEqualTo(WebviewPlacement.at(5, 6, 3, 4));
		assertThat(place.resizedTo(5, 6, 300, 200)).isEqualTo(WebviewPlacement.at(1, 2, 5, 6));
	}

	@Test
	void shareGrowsWithTheContent() {
		WebviewPlacement place = WebviewPlacement.at(50, 20, 100, 100).withRelative(true, 200, 200);
		assertThat(place.in(400, 100)).isEqualTo(WebviewPlacement.at(100, 10, 200, 50));
		assertThat(place.movedTo(0, 0, 200, 200).in(400, 100)).isEqualTo(WebviewPlacement.at(0, 0, 200, 50));
		assertThat(place.resizedTo(200, 20, 200, 200).in(400, 100)).isEqualTo(WebviewPlacement.at(100, 10, 400, 10));
		assertThat(place.withRelative(true, 1, 1)).isSameAs(place);
	}

	@Test
	void shareOfNothingIsANumber() {
		WebviewPlacement place = WebviewPlacement.at(0, 0, 10, 20).withRelative(true, 0, 0);
		assertThat(place.in(2, 2)).isEqualTo(WebviewPlacement.at(0, 0, 20, 40));
	}

}
