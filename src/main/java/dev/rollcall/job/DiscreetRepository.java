package dev.rollcall.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Keeps stack traces out of Spring Batch's tables: it stores those of steps that fail,
 * with whatever a driver says of values and credentials. Why a run failed, the run itself
 * knows.
 */
final class DiscreetRepository implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof JobRepository repository) ? discreet(repository) : bean;
	}

	private static Object discreet(JobRepository repository) {
		return Proxy.newProxyInstance(JobRepository.class.getClassLoader(), new Class<?>[] { JobRepository.class },
				(proxy, method, arguments) -> {
					forgetWords(arguments);
					try {
						return method.invoke(repository, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

	private static void forgetWords(Object @Nullable [] arguments) {
		for (Object argument : (arguments != null) ? arguments : new Object[0]) {
			if (argument instanceof StepExecution step) {
				step.setExitStatus(new ExitStatus(step.getExitStatus().getExitCode()));
			}
			else if (argument instanceof JobExecution job) {
				job.setExitStatus(new ExitStatus(job.getExitStatus().getExitCode()));
			}
		}
	}

}
