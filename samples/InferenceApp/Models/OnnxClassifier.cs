using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SessionOptions = Microsoft.ML.OnnxRuntime.SessionOptions;

namespace DtcGen.Samples.InferenceApp;

/// <summary>A classifier under ONNX Runtime: one input of images with an open batch dimension, one output of scores.</summary>
internal sealed class OnnxClassifier : IClassifier
{
    private readonly InferenceSession session;
    private readonly string inputName;
    private readonly string outputName;
    private readonly long[] shape;
    private float[] buffer = [];

    private OnnxClassifier(InferenceSession session)
    {
        this.session = session;
        (inputName, int[] dimensions) = OnlyTensor(session.InputMetadata, "input");
        (outputName, _) = OnlyTensor(session.OutputMetadata, "output");
        if (dimensions.Length is < 2 or > 4 || dimensions[0] >= 0 || dimensions[1..].Any(size => size < 1))
        {
            throw new BadModelException(
                $"The input \"{inputName}\" has the dimensions {string.Join(" × ", dimensions.Select(size => size < 0 ? "open" : $"{size}"))}; " +
                "expected an open batch dimension, then fixed ones: rows × columns, or channels × rows × columns.");
        }

        shape = Array.ConvertAll(dimensions, size => (long)size);
        Input = dimensions.Length switch
        {
            4 => new ImageShape(dimensions[1], dimensions[2], dimensions[3]),
            3 => new ImageShape(1, dimensions[1], dimensions[2]),
            _ => new ImageShape(1, 1, dimensions[1]),
        };

        // A dark image tells how many classes there are, and that the model runs, before any request depends on it.
        Facts = ModelFacts.Read(new Dictionary<string, string>(), Input.Channels, classes: 0);
        int classes = Classify([new float[Input.Length]])[0].Length;
        Facts = ModelFacts.Read(session.ModelMetadata.CustomMetadataMap, Input.Channels, classes);
    }

    public ImageShape Input { get; }

    public ModelFacts Facts { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="file">The content of its file.</param>
    /// <exception cref="BadModelException">It cannot be loaded, or is no classifier of images.</exception>
    public static OnnxClassifier Load(byte[] file)
    {
        InferenceSession? session = null;
        try
        {
            // One thread for each model: requests come in batches, and the other processors answer requests.
            using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
            session = new InferenceSession(file, options);
            return new OnnxClassifier(session);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            session?.Dispose();
            throw e as BadModelException ?? new BadModelException($"ONNX Runtime cannot use it: {e.Message}", e);
        }
    }

    public float[][] Classify(IReadOnlyList<float[]> images)
    {
        int needed = images.Count * Input.Length;
        if (buffer.Length < needed)
        {
            buffer = new float[needed];
        }

        for (int i = 0; i < images.Count; i++)
        {
            Normalize(images[i], buffer.AsSpan(i * Input.Length, Input.Length));
        }

        shape[0] = images.Count;
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(buffer, shape);
        using var options = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(options, new Dictionary<string, OrtValue> { [inputName] = input }, [outputName]);
        ReadOnlySpan<float> scores = outputs[0].GetTensorDataAsSpan<float>();
        if (scores.Length == 0 || scores.Length % images.Count != 0)
        {
            throw new BadModelException($"The output \"{outputName}\" has {scores.Length} numbers for {images.Count} images; expected a score for each class.");
        }

        int classes = scores.Length / images.Count;
        var probabilities = new float[images.Count][];
        for (int i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = Softmax.Of(scores.Slice(i * classes, classes));
        }

        return probabilities;
    }

    public void Dispose() => session.Dispose();

    private void Normalize(ReadOnlySpan<float> pixels, Span<float> inputs)
    {
        int plane = Input.Height * Input.Width;
        for (int i = 0; i < inputs.Length; i++)
        {
            int channel = i / plane;
            inputs[i] = (pixels[i] - Facts.Mean[channel]) / Facts.Deviation[channel];
        }
    }

    private static (string Name, int[] Dimensions) OnlyTensor(IReadOnlyDictionary<string, NodeMetadata> nodes, string what)
    {
        if (nodes.Count != 1)
        {
            throw new BadModelException($"It has {nodes.Count} {what}s ({string.Join(", ", nodes.Keys)}); expected one.");
        }

        (string name, NodeMetadata node) = nodes.Single();
        return node is { IsTensor: true, ElementDataType: TensorElementType.Float }
            ? (name, node.Dimensions)
            : throw new BadModelException($"The {what} \"{name}\" is not a tensor of float32 values.");
    }
}
