using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;

namespace DtcGen.Samples.InferenceApp;

/// <summary>An image in, class probabilities out.</summary>
internal static class PredictRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        Describe(app.MapPost("/predict", (HttpContext context, ModelCatalogue catalogue, AppOptions options, Overload overload) =>
            PredictAsync(context, null, catalogue, options, overload)))
            .WithName("Predict")
            .WithSummary("Classifies an image with the model \"pruned\", or with the first if there is none of that name.");
        Describe(app.MapPost(
            "/predict/{model}",
            (HttpContext context, string model, ModelCatalogue catalogue, AppOptions options, Overload overload) =>
                PredictAsync(context, model, catalogue, options, overload)))
            .WithName("PredictWith").WithSummary("Classifies an image with the model named.");
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route) => Overload.Mark(route)
        .WithDescription(
            "The image: PNG, float32 values (little-endian) or a JSON array of numbers, of the model's size. Numbers are brightness from 0 (dark) to 1 (light), row by row; for MNIST's models, a light digit on a dark ground.")
        .AddOpenApiOperationTransformer(ImageContent.Describe)
        .Produces<Prediction>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status408RequestTimeout)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> PredictAsync(
        HttpContext context, string? name, ModelCatalogue catalogue, AppOptions options, Overload overload)
    {
        if (catalogue.Choose(name) is not { } slot)
        {
            return Problems.UnknownModel(name ?? "", catalogue);
        }

        context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("model", slot.Name));
        try
        {
            var content = await ReadContentAsync(context.Request);
            if (ImageContent.Read(context.Request.ContentType, content, slot.Current.Classifier.Input) is not { } pixels)
            {
                return Problems.UnknownContent(context.Request.ContentType);
            }

            var image = new PendingImage(pixels, context.RequestAborted);
            if (!slot.Queue.TryAdd(image))
            {
                // The queue was not full when the request came.
                await overload.RefuseAsync(context, slot);
                return Results.Empty;
            }

            return Results.Ok(await image.Answer.WaitAsync(context.RequestAborted));
        }
        catch (BadHttpRequestException e)
        {
            return Problems.BadRequest(e, options);
        }
        catch (BadImageException e)
        {
            return Problems.BadImage(e.Message);
        }
    }

    /// <exception cref="BadHttpRequestException">It is too large or too slow.</exception>
    private static async Task<byte[]> ReadContentAsync(HttpRequest request)
    {
        using var content = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(content, request.HttpContext.RequestAborted);
        }
        catch (OperationCanceledException e) when (request.HttpContext.Features.Get<IHttpRequestTimeoutFeature>()
            is { RequestTimeoutToken.IsCancellationRequested: true })
        {
            throw new BadHttpRequestException(e.Message, StatusCodes.Status408RequestTimeout, e);
        }

        return content.ToArray();
    }
}
