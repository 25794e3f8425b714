using Microsoft.AspNetCore.Http.Features;

namespace DtcGen.Samples.InferenceApp;

/// <summary>An image in, class probabilities out.</summary>
internal static class PredictRoutes
{
    private const string RetryAfterSeconds = "1";

    public static void Map(IEndpointRouteBuilder app)
    {
        Describe(app.MapPost("/predict", (HttpContext context, ModelCatalogue catalogue, AppOptions options, InferenceMetrics metrics) =>
            PredictAsync(context, null, catalogue, options, metrics)))
            .WithName("Predict")
            .WithSummary("Classifies an image with the model \"pruned\", or with the first if there is none of that name.");
        Describe(app.MapPost(
            "/predict/{model}",
            (HttpContext context, string model, ModelCatalogue catalogue, AppOptions options, InferenceMetrics metrics) =>
                PredictAsync(context, model, catalogue, options, metrics)))
            .WithName("PredictWith").WithSummary("Classifies an image with the model named.");
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route) => route
        .WithDescription(
            "The image: PNG, float32 values (little-endian) or a JSON array of numbers, of the model's size. Numbers are brightness from 0 (dark) to 1 (light), row by row; for MNIST's models, a light digit on a dark ground.")
        .AddOpenApiOperationTransformer(ImageContent.Describe)
        .Produces<Prediction>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> PredictAsync(
        HttpContext context, string? name, ModelCatalogue catalogue, AppOptions options, InferenceMetrics metrics)
    {
        if ((name is null ? catalogue.Default : catalogue.Find(name)) is not { } slot)
        {
            return Problems.UnknownModel(name ?? "", catalogue);
        }

        context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("model", slot.Name));
        if (await ReadContentAsync(context.Request) is not { } content)
        {
            return Problems.TooLarge(options.MaxBytes);
        }

        try
        {
            if (ImageContent.Read(context.Request.ContentType, content, slot.Current.Classifier.Input) is not { } pixels)
            {
                return Problems.UnknownContent(context.Request.ContentType);
            }

            var image = new PendingImage(pixels, context.RequestAborted);
            if (!slot.Queue.TryAdd(image))
            {
                metrics.TurnedAway(slot.Name);
                context.Response.Headers.RetryAfter = RetryAfterSeconds;
                return Problems.Full(slot.Queue.Length);
            }

            return Results.Ok(await image.Answer);
        }
        catch (BadImageException e)
        {
            return Problems.BadImage(e.Message);
        }
    }

    /// <returns>Null when it is larger than the server accepts.</returns>
    private static async Task<byte[]?> ReadContentAsync(HttpRequest request)
    {
        try
        {
            using var content = new MemoryStream();
            await request.Body.CopyToAsync(content, request.HttpContext.RequestAborted);
            return content.ToArray();
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
