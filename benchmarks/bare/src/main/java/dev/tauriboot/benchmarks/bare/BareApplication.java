package dev.tauriboot.benchmarks.bare;

import java.util.concurrent.CompletableFuture;

import javafx.application.Platform;
import javafx.concurrent.Worker;
import javafx.scene.Scene;
import javafx.scene.web.WebView;
import javafx.stage.Stage;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.util.Assert;

/**
 * The yardstick of {@code StartupBenchmark}: the page of a WebFlux server with a security
 * chain, in a WebView. With {@code --page=bench.html} it does the loops of
 * {@code WindowBenchmark} and ends. JavaFX starts beside the context, as somebody who
 * cares for the start would have it.
 */
@SpringBootApplication
public class BareApplication {

	public static void main(String[] args) {
		CompletableFuture<WebView> view = new CompletableFuture<>();
		new Thread(() -> Platform.startup(() -> view.complete(new WebView()))).start();
		ConfigurableApplicationContext context = SpringApplication.run(BareApplication.class, args);
		WebServer server = ((WebServerApplicationContext) context).getWebServer();
		Assert.state(server != null, "there is no web server");
		int port = server.getPort();
		WebView loaded = view.join();
		String page = context.getEnvironment().getProperty("page", "");
		Platform.runLater(() -> show(loaded, "http://127.0.0.1:" + port + "/" + page));
	}

	private static void show(WebView view, String url) {
		view.getEngine().getLoadWorker().stateProperty().addListener((property, before, state) -> {
			if (state == Worker.State.SUCCEEDED) {
				System.out.println("loaded " + url);
			}
		});
		view.getEngine().load(url);
		Stage stage = new Stage();
		stage.setScene(new Scene(view, 800, 600));
		stage.show();
	}

	@Bean
	SecurityWebFilterChain securityWebFilterChain(ServerHttpSecurity http) {
		return http.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll())
			.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.build();
	}

}
