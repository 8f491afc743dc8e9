package dev.rollcall.staging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** What is packed comes out whole, or not at all. */
class PackedBlockTests {

	@Test
	void givesBytesOfAnyKindBack() {
		Random random = new Random(1);
		ByteSink sink = new ByteSink();
		for (int size : List.of(0, 1, 12, 100, 65_535, 65_536, 300_000)) {
			byte[] noise = new byte[size];
			random.nextBytes(noise);
			for (byte[] block : List.of(noise, new byte[size],
					"公司/研发部;".repeat(size / 16 + 1).getBytes(StandardCharsets.UTF_8))) {
				int start = sink.size();
				int packed = PackedBlock.pack(block, 0, block.length, sink);
				byte[] stored = Arrays.copyOfRange(sink.array(), start, start + packed);
				assertThat(PackedBlock.unpack(stored, block.length)).isEqualTo(block);
			}
		}
	}

	@Test
	void packsAPieceOfALargerArray() {
		byte[] bytes = "0123456789".getBytes(StandardCharsets.UTF_8);
		ByteSink sink = new ByteSink();
		PackedBlock.pack(bytes, 3, 4, sink);
		assertThat(PackedBlock.unpack(sink.toArray(), 4)).asString().isEqualTo("3456");
	}

	/** Half a block must not be taken for all of it: the other half would have left. */
	@Test
	void refusesABlockThatWasCutOffAnywhere() {
		byte[] block = "zhangsan,张三,公司/研发部;lisi,李四,公司/研发部;".repeat(40).getBytes(StandardCharsets.UTF_8);
		ByteSink sink = new ByteSink();
		PackedBlock.pack(block, 0, block.length, sink);
		byte[] packed = sink.toArray();
		for (int length = 0; length < packed.length; length++) {
			byte[] cut = Arrays.copyOf(packed, length);
			assertThatException().as("cut off behind %d bytes", length)
				.isThrownBy(() -> PackedBlock.unpack(cut, block.length));
		}
	}

	@Test
	void refusesABlockOfAnotherSize() {
		byte[] block = "0123456789".repeat(10).getBytes(StandardCharsets.UTF_8);
		ByteSink sink = new ByteSink();
		PackedBlock.pack(block, 0, block.length, sink);
		assertThatException().isThrownBy(() -> PackedBlock.unpack(sink.toArray(), block.length - 1));
		assertThatException().isThrownBy(() -> PackedBlock.unpack(sink.toArray(), block.length + 1));
	}

}
