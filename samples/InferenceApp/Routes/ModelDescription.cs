namespace DtcGen.Samples.InferenceApp;

/// <summary>A model as the API describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The beginning of its file's SHA-256 sum.</param>
/// <param name="File">Where its file is.</param>
/// <param name="Bytes">Its file's size.</param>
/// <param name="LoadedAt">When it began to answer.</param>
/// <param name="Channels">The channels of an image.</param>
/// <param name="Height">An image's rows.</param>
/// <param name="Width">An image's columns.</param>
/// <param name="Mean">For those who run the file themselves: input = (pixel − mean) / deviation, pixels from 0 to 1.</param>
/// <param name="Deviation">See <paramref name="Mean"/>.</param>
/// <param name="Classes">What the classes are called.</param>
/// <param name="Neurons">The groups of neurons that could leave, and which are left.</param>
/// <param name="Dataset">The data that it learned from, where the file tells.</param>
/// <param name="Method">What decided which neurons left, where the file tells.</param>
internal sealed record ModelDescription(
    string Name,
    string Version,
    string File,
    int Bytes,
    DateTimeOffset LoadedAt,
    int Channels,
    int Height,
    int Width,
    IReadOnlyList<float> Mean,
    IReadOnlyList<float> Deviation,
    IReadOnlyList<string> Classes,
    IReadOnlyList<NeuronFacts> Neurons,
    string? Dataset,
    string? Method)
{
    public static ModelDescription Of(ModelSlot slot)
    {
        var model = slot.Current;
        var input = model.Classifier.Input;
        var facts = model.Classifier.Facts;
        return new ModelDescription(
            slot.Name,
            model.Version,
            $"/models/{Uri.EscapeDataString(slot.Name)}.onnx?version={model.Version}",
            model.File.Length,
            model.LoadedAt,
            input.Channels,
            input.Height,
            input.Width,
            facts.Mean,
            facts.Deviation,
            facts.Classes,
            facts.Neurons,
            facts.Dataset,
            facts.Method);
    }
}
