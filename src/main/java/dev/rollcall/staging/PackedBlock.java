package dev.rollcall.staging;

import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/** Bytes in a compressed form that costs less time than writing them out would. */
final class PackedBlock {

	/** Native where that can be loaded, which is two to four times faster. */
	private static final LZ4Factory FACTORY = LZ4Factory.fastestInstance();

	private static final LZ4Compressor COMPRESSOR = FACTORY.fastCompressor();

	private static final LZ4SafeDecompressor DECOMPRESSOR = FACTORY.safeDecompressor();

	private PackedBlock() {
	}

	/**
	 * Appends the packed form of some bytes.
	 * @return how many bytes it takes
	 */
	static int pack(byte[] from, int offset, int count, ByteSink to) {
		to.room(COMPRESSOR.maxCompressedLength(count));
		int packed = COMPRESSOR.compress(from, offset, count, to.array(), to.size());
		to.wrote(packed);
		return packed;
	}

	/**
	 * The bytes that were packed.
	 * @throws IllegalStateException when these are not so many: what is missing must not
	 * look as if it had never been there
	 */
	static byte[] unpack(byte[] packed, int count) {
		byte[] unpacked = DECOMPRESSOR.decompress(packed, count);
		if (unpacked.length != count) {
			throw new IllegalStateException("damaged block: " + unpacked.length + " of " + count + " bytes");
		}
		return unpacked;
	}

}
