package dev.rollcall.connector.remote;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * The way to a vendor over HTTP: one pool of connections, nothing sent twice and no
 * redirect followed by itself, because some vendors delete by GET. An answer with another
 * status than 200 is a failure.
 */
public final class HttpConnection implements Closeable {

	/** Connections that have rested longer are tried before they are used. */
	private static final TimeValue RESTED = TimeValue.ofSeconds(1);

	private static final TimeValue OLDEST = TimeValue.ofMinutes(5);

	private final CloseableHttpClient client;

	private final RestClient rest;

	/**
	 * Connections over a line; none is made before the first call.
	 * @param interceptors what each request passes through, such as one that signs it
	 */
	public HttpConnection(Line line, ClientHttpRequestInterceptor... interceptors) {
		this.client = client(line);
		this.rest = RestClient.builder()
			.baseUrl(line.base())
			.requestFactory(new HttpComponentsClientHttpRequestFactory(this.client))
			.requestInterceptors((all) -> all.addAll(List.of(interceptors)))
			.configureMessageConverters((converters) -> converters.registerDefaults().withJsonConverter(json()))
			.defaultStatusHandler((status) -> status.value() != HttpStatus.OK.value(), (request, response) -> {
				throw new UnexpectedStatus(response.getStatusCode().value());
			})
			.build();
	}

	/**
	 * The vendor's calls.
	 * @param type an interface with {@code @HttpExchange} methods
	 */
	public <T> T calls(Class<T> type) {
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(this.rest)).build().createClient(type);
	}

	@Override
	public void close() throws IOException {
		this.client.close();
	}

	private static CloseableHttpClient client(Line line) {
		Timeout answer = Timeout.ofMilliseconds(line.timeouts().answer());
		HttpClientBuilder builder = HttpClientBuilder.create()
			.setConnectionManager(connections(line))
			.setDefaultRequestConfig(
					RequestConfig.custom().setResponseTimeout(answer).setConnectionRequestTimeout(answer).build())
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableCookieManagement();
		Proxy proxy = line.proxy();
		if (proxy != null) {
			through(builder, proxy);
		}
		return builder.build();
	}

	private static PoolingHttpClientConnectionManager connections(Line line) {
		ConnectionConfig each = ConnectionConfig.custom()
			.setConnectTimeout(Timeout.ofMilliseconds(line.timeouts().connect()))
			.setSocketTimeout(Timeout.ofMilliseconds(line.timeouts().answer()))
			.setValidateAfterInactivity(RESTED)
			.setTimeToLive(OLDEST)
			.build();
		return PoolingHttpClientConnectionManagerBuilder.create()
			.setMaxConnTotal(line.atOnce())
			.setMaxConnPerRoute(line.atOnce())
			.setDefaultConnectionConfig(each)
			.setTlsSocketStrategy(ClientTlsStrategyBuilder.create().setTlsVersions(TLS.V_1_3, TLS.V_1_2).buildClassic())
			.build();
	}

	private static void through(HttpClientBuilder builder, Proxy proxy) {
		HttpHost host = new HttpHost(proxy.url().getScheme(), proxy.url().getHost(), proxy.url().getPort());
		builder.setProxy(host);
		if (proxy.username() != null && proxy.password() != null) {
			BasicCredentialsProvider credentials = new BasicCredentialsProvider();
			credentials.setCredentials(new AuthScope(host),
					new UsernamePasswordCredentials(proxy.username(), proxy.password().toCharArray()));
			builder.setDefaultCredentialsProvider(credentials);
		}
	}

	/** Vendors call their JSON what they like, and add to it at any time. */
	private static JacksonJsonHttpMessageConverter json() {
		JsonMapper mapper = JsonMapper.builder()
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
			.build();
		JacksonJsonHttpMessageConverter converter = new JacksonJsonHttpMessageConverter(mapper);
		converter.setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON, MediaType.ALL));
		return converter;
	}

}
