using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SessionOptions = Microsoft.ML.OnnxRuntime.SessionOptions;

namespace DtcGen.Samples.InferenceApp;

/// <summary>A classifier under ONNX Runtime: one input of images with an open batch dimension, one output of scores.</summary>
internal sealed class OnnxClassifier : IClassifier
{
    private readonly InferenceSession _session;
    private readonly string _inputName;
    private readonly string _outputName;
    private readonly long[] _shape;
    private float[] _buffer = [];

    private OnnxClassifier(InferenceSession session)
    {
        _session = session;
        (_inputName, var dimensions) = OnlyTensor(session.InputMetadata, "input");
        (_outputName, _) = OnlyTensor(session.OutputMetadata, "output");
        if (dimensions.Length is < 2 or > 4 || dimensions[0] >= 0 || dimensions[1..].Any(size => size < 1))
        {
            throw new BadModelException(
                $"The input \"{_inputName}\" has the dimensions {string.Join(" × ", dimensions.Select(size => size < 0 ? "open" : $"{size}"))}; " +
                "expected an open batch dimension, then fixed ones: rows × columns, or channels × rows × columns.");
        }

        _shape = Array.ConvertAll(dimensions, size => (long)size);
        Input = dimensions.Length switch
        {
            4 => new ImageShape(dimensions[1], dimensions[2], dimensions[3]),
            3 => new ImageShape(1, dimensions[1], dimensions[2]),
            _ => new ImageShape(1, 1, dimensions[1]),
        };

        // A dark image tells how many classes there are, and that the model runs, before any request depends on it.
        Facts = ModelFacts.Read(new Dictionary<string, string>(), Input.Channels, classes: 0);
        var classes = Classify([new float[Input.Length]])[0].Length;
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
        var needed = images.Count * Input.Length;
        if (_buffer.Length < needed)
        {
            _buffer = new float[needed];
        }

        for (var i = 0; i < images.Count; i++)
        {
            Normalize(images[i], _buffer.AsSpan(i * Input.Length, Input.Length));
        }

        _shape[0] = images.Count;
        using var input = OrtValue.CreateTensorValueFromMemory(_buffer, _shape);
        using var options = new RunOptions();
        using var outputs = _session.Run(options, new Dictionary<string, OrtValue> { [_inputName] = input }, [_outputName]);
        var scores = outputs[0].GetTensorDataAsSpan<float>();
        if (scores.Length == 0 || scores.Length % images.Count != 0)
        {
            throw new BadModelException(
                $"The output \"{_outputName}\" has {scores.Length} numbers for {images.Count} images; expected a score for each class.");
        }

        var classes = scores.Length / images.Count;
        var probabilities = new float[images.Count][];
        for (var i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = Softmax.Of(scores.Slice(i * classes, classes));
        }

        return probabilities;
    }

    public void Dispose() => _session.Dispose();

    private void Normalize(ReadOnlySpan<float> pixels, Span<float> inputs)
    {
        var plane = Input.Height * Input.Width;
        for (var i = 0; i < inputs.Length; i++)
        {
            var channel = i / plane;
            inputs[i] = (pixels[i] - Facts.Mean[channel]) / Facts.Deviation[channel];
        }
    }

    private static (string Name, int[] Dimensions) OnlyTensor(IReadOnlyDictionary<string, NodeMetadata> nodes, string what)
    {
        if (nodes.Count != 1)
        {
            throw new BadModelException($"It has {nodes.Count} {what}s ({string.Join(", ", nodes.Keys)}); expected one.");
        }

        var (name, node) = nodes.Single();
        return node is { IsTensor: true, ElementDataType: TensorElementType.Float }
            ? (name, node.Dimensions)
            : throw new BadModelException($"The {what} \"{name}\" is not a tensor of float32 values.");
    }
}
