package dev.rollcall.connector.excel.xlsx;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.RelationshipSource;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.opc.ZipPackagePart;
import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.xml.XmlEncoding;
import dev.rollcall.connector.excel.xml.XmlScanner;

/**
 * The parts of a workbook and how they refer to each other. POI opens the package; types
 * of relationships are told by their endings, because the strict dialect has other
 * beginnings. A reference out of the package is refused.
 */
final class XlsxPackage implements Closeable {

	private final ZipContainer zip;

	private final OPCPackage opc;

	private final PackagePart workbook;

	private final Set<PackagePartName> sheets = new HashSet<>();

	XlsxPackage(File file) throws IOException {
		this.zip = new ZipContainer(file);
		try {
			this.opc = open(this.zip);
			this.workbook = findWorkbook();
		}
		catch (IOException ex) {
			this.zip.close();
			throw ex;
		}
	}

	private static OPCPackage open(ZipContainer zip) throws IOException {
		try {
			return OPCPackage.open(zip);
		}
		// Hostile packages make POI throw whatever its code runs into.
		catch (InvalidFormatException | RuntimeException ex) {
			boolean noPackage = zip.getEntry("[Content_Types].xml") == null;
			RefusedException other = noPackage ? new RefusedException(ExcelMessage.NO_WORKBOOK)
					: damaged("[Content_Types].xml");
			throw refusal(zip, other.because(ex));
		}
	}

	/** Why the file is refused: because of what was refused to POI, if anything. */
	private static RefusedException refusal(ZipContainer zip, RefusedException other) {
		RefusedException refusal = zip.refusal();
		return (refusal != null) ? refusal : other;
	}

	private static RefusedException damaged(String part) {
		return new RefusedException(ExcelMessage.DAMAGED, part);
	}

	private PackagePart findWorkbook() throws IOException {
		PackagePart part = related(this.opc, null, "/officeDocument");
		String type = (part != null) ? part.getContentType() : "";
		if (type.contains("sheet.binary")) {
			throw new RefusedException(ExcelMessage.BINARY_WORKBOOK);
		}
		boolean spreadsheet = type.contains("spreadsheetml") || type.contains("ms-excel");
		if (part == null || !spreadsheet) {
			throw new RefusedException(ExcelMessage.NO_WORKBOOK);
		}
		return part;
	}

	PackagePart workbook() {
		return this.workbook;
	}

	/** The part that the workbook refers to by this type, null if there is none. */
	@Nullable PackagePart related(String typeEnding) throws IOException {
		return related(this.workbook, null, typeEnding);
	}

	/**
	 * The part of a sheet.
	 * @param id the relationship by which the workbook names it
	 * @return null when it is a chart, a dialogue or macros
	 */
	@Nullable PackagePart worksheet(String id) throws IOException {
		PackageRelationship relationship = this.workbook.getRelationship(id);
		if (relationship == null) {
			throw damaged(id);
		}
		if (!relationship.getRelationshipType().endsWith("/worksheet")) {
			return null;
		}
		PackagePart part = related(this.workbook, id, "/worksheet");
		if (part == null || !this.sheets.add(part.getPartName())) {
			throw damaged(id);
		}
		return part;
	}

	private @Nullable PackagePart related(RelationshipSource source, @Nullable String id, String typeEnding)
			throws IOException {
		try {
			for (PackageRelationship relationship : source.getRelationships()) {
				boolean wanted = id == null || relationship.getId().equals(id);
				if (wanted && relationship.getRelationshipType().endsWith(typeEnding)) {
					return target(relationship);
				}
			}
			return null;
		}
		catch (OpenXML4JException | RuntimeException ex) {
			throw refusal(this.zip, damaged(typeEnding).because(ex));
		}
	}

	private PackagePart target(PackageRelationship relationship) throws IOException, OpenXML4JException {
		URI target = resolved(relationship);
		if (relationship.getTargetMode() == TargetMode.EXTERNAL) {
			throw new RefusedException(ExcelMessage.EXTERNAL, target);
		}
		if (target.isAbsolute() || target.getAuthority() != null || target.getPath().contains("..")) {
			throw new RefusedException(ExcelMessage.PATH_TRICK, target);
		}
		PackagePart part = this.opc.getPart(PackagingURIHelper.createPartName(target));
		if (part == null) {
			throw new RefusedException(ExcelMessage.DAMAGED, target);
		}
		return part;
	}

	private static URI resolved(PackageRelationship relationship) throws IOException {
		try {
			return relationship.getTargetURI();
		}
		catch (IllegalArgumentException ex) {
			// That is how POI says that the target is no part.
			throw new RefusedException(ExcelMessage.PATH_TRICK, relationship.getId()).because(ex);
		}
	}

	/** The content of a part, which may be large. */
	PartStream stream(PackagePart part) throws IOException {
		if (part instanceof ZipPackagePart zipped) {
			return this.zip.stream(zipped.getZipArchive());
		}
		throw damaged(name(part));
	}

	/** A part as XML. */
	XmlScanner scanner(PackagePart part) throws IOException {
		return scanner(stream(part), part);
	}

	XmlScanner scanner(PartStream stream, PackagePart part) throws IOException {
		return new XmlScanner(XmlEncoding.utf8(stream, name(part)), name(part));
	}

	private static String name(PackagePart part) {
		return part.getPartName().getName();
	}

	@Override
	public void close() throws IOException {
		// Nothing was changed, so there is nothing for POI to save.
		this.opc.revert();
		this.zip.close();
	}

}
