namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>The main job's models that ship with the app.</summary>
internal static class ShippedModels
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "models");

    public static byte[] Dense { get; } = File.ReadAllBytes(Path.Combine(Folder, "dense.onnx"));

    public static byte[] Pruned { get; } = File.ReadAllBytes(Path.Combine(Folder, "pruned.onnx"));
}
