package dev.tauriboot.door;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PipelineWarmUp}.
 */
class PipelineWarmUpTests {

	@Test
	void answersItsCallsAsThePipelineDoes() {
		PipelineWarmUp warmUp = new PipelineWarmUp(JsonMapper.builder().build());

		assertThat(warmUp.run()).startsWith("[[0,1,{").contains("\"text\":\"a\"").contains("\"count\":1");
	}

}
