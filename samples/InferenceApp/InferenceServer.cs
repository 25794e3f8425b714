using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.StaticFiles;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace DtcGen.Samples.InferenceApp;

/// <summary>Puts the parts together.</summary>
internal static class InferenceServer
{
    private const string Name = "InferenceApp";
    private static readonly TimeSpan StopMargin = TimeSpan.FromSeconds(5);

    /// <summary>Serves until it is told to stop.</summary>
    /// <returns>The exit code: 0 when it was stopped, 1 when it could not start.</returns>
    public static async Task<int> RunAsync(AppOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = Build(options);
            await app.RunAsync(cancellationToken);
            return 0;
        }
        catch (Exception e) when (e is AppException or IOException or FormatException)
        {
            // An address that is taken, or is none, is an IOException or a FormatException of the server's.
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    /// <param name="options">What the user asked for.</param>
    /// <param name="load">Loads a model; null for ONNX Runtime.</param>
    /// <exception cref="AppException">There is nothing to serve.</exception>
    public static WebApplication Build(AppOptions options, Func<byte[], IClassifier>? load = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = options.MaxBytes;
            kestrel.Limits.RequestHeadersTimeout = options.Timeout;
            kestrel.AddServerHeader = false;
        });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        AddServices(builder.Services, options, load ?? OnnxClassifier.Load);

        var app = builder.Build();
        if (!BrowserRuntime.IsHere)
        {
            app.Logger.LogWarning(BrowserRuntime.Missing);
        }

        // Before the models, whose loading is counted too.
        _ = app.Services.GetRequiredService<MeterProvider>();
        app.Services.GetRequiredService<ModelFolder>().LoadAll();
        app.Services.GetRequiredService<InferenceMetrics>().Observe(app.Services.GetRequiredService<ModelCatalogue>());
        _ = app.Services.GetRequiredService<DigitGallery>();
        Map(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, AppOptions options, Func<byte[], IClassifier> load)
    {
        services.AddSingleton(options);
        services.AddSingleton(load);
        services.AddSingleton<InferenceMetrics>();
        services.AddSingleton<ModelCatalogue>();
        services.AddSingleton<ModelFolder>();
        services.AddSingleton<Overload>();
        services.AddSingleton(_ => DigitGallery.Open(options.Data));
        services.AddHostedService<ModelWatcher>();
        services.AddProblemDetails();
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = options.Timeout,
            WriteTimeoutResponse = context =>
            {
                Overload.AskForLater(context.Response);
                return Problems.Late(options.Timeout).ExecuteAsync(context);
            },
        });

        // A stop waits for the requests under way, so it takes no longer than they may.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Timeout + StopMargin);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi(openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = Name;
            return Task.CompletedTask;
        }));
        services.AddResponseCompression(
            compression => compression.MimeTypes = ["text/html", "text/css", "text/javascript", "application/json", "application/wasm"]);
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService(Name)).WithMetrics(metrics => metrics
            .AddMeter(InferenceMetrics.MeterName, "Microsoft.AspNetCore.Hosting")
            .AddView("http.server.request.duration", new ExplicitBucketHistogramConfiguration { Boundaries = [.. LatencyBuckets.Seconds] })
            .AddPrometheusExporter(prometheus => prometheus.ScrapeResponseCacheDurationMilliseconds = 0));
    }

    private static void Map(WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<Overload>().InvokeAsync);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseResponseCompression();
        app.Use(PageHeaders.Add);
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".mjs"] = "text/javascript" } },
        });

        // After the page's files, which go at the pace of the client's line, and take no thread while they wait for it.
        app.UseRequestTimeouts();
        app.MapPrometheusScrapingEndpoint();
        app.MapOpenApi();
        app.MapGet("/healthz", (ModelCatalogue catalogue) => Health.Of(catalogue))
            .WithName("Health")
            .WithSummary("Whether every model file is what answers.");
        PredictRoutes.Map(app);
        ModelRoutes.Map(app);
        DigitRoutes.Map(app);
    }
}
