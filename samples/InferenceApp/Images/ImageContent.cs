using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace DtcGen.Samples.InferenceApp;

/// <summary>The kinds of content that an image can come as.</summary>
internal static class ImageContent
{
    public const string Png = "image/png";
    public const string Floats = "application/octet-stream";
    public const string Json = "application/json";

    public static string Names => $"{Png}, {Floats} (float32, little-endian) or {Json} (an array of numbers)";

    /// <summary>
    /// Documents the request. The route takes any content type, so that the answer to a wrong one can say which are
    /// right.
    /// </summary>
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var bytes = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
        var numbers = new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0", Maximum = "1" };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Png] = bytes,
                [Floats] = bytes,
                [Json] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = numbers } },
            },
        };
        return Task.CompletedTask;
    }

    /// <summary>Reads an image: brightness from 0 to 1, in the order channel, row, column.</summary>
    /// <param name="contentType">The request's content type.</param>
    /// <param name="content">The request's content.</param>
    /// <param name="shape">The image that the model takes.</param>
    /// <returns>Null when the content type is none of these.</returns>
    /// <exception cref="BadImageException">The content is not such an image.</exception>
    public static float[]? Read(string? contentType, byte[] content, ImageShape shape)
    {
        Func<byte[], ImageShape, float[]>? read = MediaTypeHeaderValue.TryParse(
            contentType, out var type) ? type.MediaType.Value?.ToLowerInvariant() switch
            {
                Png => PngImage.Read,
                Floats => FloatImage.ReadBytes,
                Json => FloatImage.ReadJson,
                _ => null,
            }
        : null;
        return read?.Invoke(content, shape);
    }
}
