package dev.rollcall.connector.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A zip file whose parts all are the same bytes, so that it can hold more than it can.
 */
final class Overlapping {

	private Overlapping() {
	}

	/**
	 * Such a file.
	 * @param count how many parts it lists
	 * @param size how many bytes each becomes
	 */
	static byte[] workbook(int count, int size) throws IOException {
		CRC32 checksum = new CRC32();
		byte[] some = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (var out = new DeflaterOutputStream(compressed, new Deflater(9, true))) {
			for (int i = 0; i < size; i += some.length) {
				out.write(some);
				checksum.update(some);
			}
		}
		ByteArrayOutputStream zip = new ByteArrayOutputStream();
		zip.write(header(0x04034B50, "xl/0.xml", checksum, compressed.size(), size));
		zip.write(compressed.toByteArray());
		int start = zip.size();
		for (int i = 0; i < count; i++) {
			zip.write(header(0x02014B50, "xl/" + i + ".xml", checksum, compressed.size(), size));
		}
		byte[] end = new byte[22];
		in(end).putInt(0x06054B50)
			.putInt(0)
			.putShort((short) count)
			.putShort((short) count)
			.putInt(zip.size() - start)
			.putInt(start);
		zip.write(end);
		return zip.toByteArray();
	}

	/** The header of a part, or how the directory lists it. */
	private static byte[] header(int signature, String name, CRC32 checksum, int compressed, int size) {
		boolean listed = signature == 0x02014B50;
		byte[] header = new byte[(listed ? 46 : 30) + name.length()];
		ByteBuffer fields = in(header).putInt(signature);
		if (listed) {
			fields.putShort((short) 20);
		}
		fields.putShort((short) 20).putShort((short) 0).putShort((short) 8).putInt(0x21_0000);
		fields.putInt((int) checksum.getValue()).putInt(compressed).putInt(size).putShort((short) name.length());
		byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
		System.arraycopy(ascii, 0, header, header.length - ascii.length, ascii.length);
		return header;
	}

	private static ByteBuffer in(byte[] bytes) {
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

}
