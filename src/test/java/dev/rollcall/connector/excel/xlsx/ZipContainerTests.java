package dev.rollcall.connector.excel.xlsx;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ZipContainerTests {

	@Test
	void leavesRoomForWhatCompressesWell() {
		// A full sheet of empty cells that do not say where they stand: 643 MB in 2.9 MB.
		assertThat(ZipContainer.limit(2_887_035)).isGreaterThan(642_775_249);
		// What a bomb of that size becomes.
		assertThat(ZipContainer.limit(2_887_035)).isLessThan(2_887_035 * 1_000L);
		assertThat(ZipContainer.limit(Long.MAX_VALUE / 1_000)).isEqualTo(ZipContainer.MAX_PART);
	}

}
