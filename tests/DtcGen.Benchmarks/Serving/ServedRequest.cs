using System.Runtime.InteropServices;
using System.Text;
using DtcGen.Datasets;

namespace DtcGen.Benchmarks;

/// <summary>A request to samples/InferenceApp, as it goes over the line.</summary>
internal static class ServedRequest
{
    /// <summary>An image for a model.</summary>
    public static byte[] For(string model)
    {
        var image = Image();
        return [.. Headers(model, image.Length), .. image];
    }

    /// <summary>What goes before the image.</summary>
    public static byte[] Headers(string model, int length)
        => Encoding.ASCII.GetBytes(
            $"POST /predict/{model} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nContent-Length: {length}\r\n\r\n");

    /// <summary>The image alone: 784 float32 values.</summary>
    public static byte[] Image()
        => MemoryMarshal.AsBytes<float>(Array.ConvertAll(SyntheticDigits.Create(1, 1).Test.Pixels, static pixel => pixel / 255f)).ToArray();
}
