package dev.rollcall.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.Connector;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.definition.JobReader;
import dev.rollcall.definition.JobText;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Member;

import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * All that a file holds, read at once: for whoever wants a copy of a directory to play
 * with. Nothing of it is staged, and no database is needed.
 *
 * @param departments those above before those below
 * @param members the members
 */
public record Contents(List<Department> departments, List<Member> members) {

	public Contents {
		departments = List.copyOf(departments);
		members = List.copyOf(members);
	}

	/**
	 * Reads a file.
	 * @param connector the name of the connector that understands it
	 * @param file where it is; relative to Rollcall's home
	 */
	public static Contents of(String connector, String file, Home home) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.scan("dev.rollcall.connector");
			context.addBeanFactoryPostProcessor((factory) -> {
				for (String name : factory.getBeanDefinitionNames()) {
					factory.getBeanDefinition(name).setLazyInit(true);
				}
			});
			context.refresh();
			JobText text = new JobText(file, file, "source: {connector: " + connector + "}",
					Map.of("source.file", file));
			try (Source source = new JobReader(connectors(context), context.getEnvironment()).source(text)
				.openSource(new Surroundings(home.folder(), Clock.systemUTC()))) {
				return read(source);
			}
		}
	}

	/** All that can do without a database. */
	private static List<Connector<?>> connectors(AnnotationConfigApplicationContext context) {
		List<Connector<?>> connectors = new ArrayList<>();
		for (String name : context.getBeanNamesForType(Connector.class)) {
			try {
				connectors.add(context.getBean(name, Connector.class));
			}
			catch (UnsatisfiedDependencyException ex) {
				// It needs one.
			}
		}
		return connectors;
	}

	private static Contents read(Source source) {
		List<Department> departments = new ArrayList<>();
		List<Member> members = new ArrayList<>();
		try (PageReader reader = source.read(null)) {
			for (Page page = reader.next(); page != null; page = reader.next()) {
				departments.addAll(page.departments());
				members.addAll(page.members());
			}
		}
		return new Contents(departments, members);
	}

}
