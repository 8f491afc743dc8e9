package dev.rollcall.connector.wecom.client;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.connector.wecom.api.ContactsApi;
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
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * The way to WeCom over HTTP: one pool of connections, nothing sent twice and no redirect
 * followed by itself, because WeCom deletes by GET.
 *
 * @param client the connections
 * @param contacts the calls
 */
record WeComHttp(CloseableHttpClient client, ContactsApi contacts) implements Closeable {

	/** Connections that have rested longer are tried before they are used. */
	private static final TimeValue RESTED = TimeValue.ofSeconds(1);

	private static final TimeValue OLDEST = TimeValue.ofMinutes(5);

	static WeComHttp connect(Access access) {
		CloseableHttpClient client = client(access);
		RestClient rest = RestClient.builder()
			.baseUrl(access.base())
			.requestFactory(new HttpComponentsClientHttpRequestFactory(client))
			.configureMessageConverters((converters) -> converters.registerDefaults().withJsonConverter(json()))
			.defaultStatusHandler((status) -> status.value() != HttpStatus.OK.value(), (request, response) -> {
				throw new UnexpectedStatus(response.getStatusCode().value());
			})
			.build();
		ContactsApi contacts = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
			.build()
			.createClient(ContactsApi.class);
		return new WeComHttp(client, contacts);
	}

	@Override
	public void close() throws IOException {
		this.client.close();
	}

	private static CloseableHttpClient client(Access access) {
		Timeout answer = Timeout.ofMilliseconds(access.timeouts().answer());
		HttpClientBuilder builder = HttpClientBuilder.create()
			.setConnectionManager(connections(access))
			.setDefaultRequestConfig(
					RequestConfig.custom().setResponseTimeout(answer).setConnectionRequestTimeout(answer).build())
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableCookieManagement();
		Proxy proxy = access.proxy();
		if (proxy != null) {
			through(builder, proxy);
		}
		return builder.build();
	}

	private static PoolingHttpClientConnectionManager connections(Access access) {
		ConnectionConfig each = ConnectionConfig.custom()
			.setConnectTimeout(Timeout.ofMilliseconds(access.timeouts().connect()))
			.setSocketTimeout(Timeout.ofMilliseconds(access.timeouts().answer()))
			.setValidateAfterInactivity(RESTED)
			.setTimeToLive(OLDEST)
			.build();
		return PoolingHttpClientConnectionManagerBuilder.create()
			.setMaxConnTotal(access.atOnce())
			.setMaxConnPerRoute(access.atOnce())
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

	/** WeCom calls its JSON what it likes, and adds to it at any time. */
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
