using DtcGen.Datasets;
using DtcGen.Onnx.Proto;
using Microsoft.ML.OnnxRuntime;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Tensor = TorchSharp.torch.Tensor;

namespace DtcGen.Benchmarks;

/// <summary>ResNet-18 with the weights that the package Microsoft.ML.DnnImageFeaturizer.ResNet18 ships as ONNX.</summary>
internal sealed class PretrainedResNet18
{
    // Relative to the largest feature.
    private const double SameFeatures = 1e-3;
    private const int Side = 224;

    private readonly string _model;
    private readonly InferenceSession _preparation;

    /// <summary>Finds the files.</summary>
    /// <param name="package">The package's folder.</param>
    /// <exception cref="ArgumentException">It has no such files.</exception>
    public PretrainedResNet18(string package)
    {
        _model = Find(package, "ResNet18.onnx");
        _preparation = new InferenceSession(Find(package, "ResNetPreprocess.onnx"));
    }

    /// <summary>Photographs as the network takes them: made larger, and prepared by the package's own file.</summary>
    public Tensor Prepare(LabeledImages images)
    {
        using var scope = NewDisposeScope();
        using var pixels = tensor(images.Pixels, [images.Count, images.Channels, images.Height, images.Width]).to(ScalarType.Float32);
        var large = functional.interpolate(pixels, [Side, Side], mode: InterpolationMode.Bicubic, align_corners: false).clamp(0, 255);
        var prepared = Enumerable.Range(0, images.Count).Select(image => Run(_preparation, large[image].unsqueeze(0)));
        return cat([.. prepared]).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The network with its weights, in evaluation mode; what it computes for a photograph is compared with ONNX Runtime.
    /// </summary>
    /// <param name="probe">1 × 3 × 224 × 224.</param>
    public ResNet18 Create(Tensor probe)
    {
        var graph = ModelProto.Parser.ParseFrom(File.ReadAllBytes(_model)).Graph;
        var weights = graph.Initializer.ToDictionary(static item => item.Name);
        var stored = new Dictionary<string, Queue<NodeProto>>
        {
            ["Conv"] = new(graph.Node.Where(static node => node.OpType == "Conv")),
            ["BatchNormalization"] = new(graph.Node.Where(static node => node.OpType == "BatchNormalization")),
        };
        var model = new ResNet18();
        model.eval();
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        foreach (var layer in InFilesOrder(model))
        {
            var node = stored[layer is Conv2d ? "Conv" : "BatchNormalization"].Dequeue();
            Tensor?[] held = layer is BatchNorm2d norm
                ? [norm.weight, norm.bias, norm.running_mean, norm.running_var]
                : [((Conv2d)layer).weight];
            foreach (var (tensor, name) in held.Zip(node.Input.Skip(1)))
            {
                tensor!.copy_(Values(weights[name]).reshape(tensor.shape));
            }
        }

        if (stored.Values.Any(static left => left.Count > 0))
        {
            throw new InvalidOperationException($"{_model} has more layers than the network.");
        }

        using var session = new InferenceSession(_model);
        var (ours, theirs) = (model.call(probe).flatten(), Run(session, probe).flatten());
        var difference = ((ours - theirs).abs().max() / theirs.abs().max()).item<float>();
        return difference < SameFeatures
            ? model
            : throw new InvalidOperationException($"The network's features are not the package's: they differ by {difference:P2}.");
    }

    private static string Find(string package, string name)
        => Directory.Exists(package) && Directory.GetFiles(package, name, SearchOption.AllDirectories) is [var path, ..]
            ? path
            : throw new ArgumentException($"{package} has no {name}: it must be the folder of the unpacked package.", nameof(package));

    // The file has a block's shortcut before its other layers.
    private static IEnumerable<Module> InFilesOrder(ResNet18 model)
    {
        var layers = model.named_modules().Where(
            static item => item.module is TorchSharp.Modules.Conv2d or TorchSharp.Modules.BatchNorm2d);
        return layers.GroupBy(static item => item.name.Contains('.') ? item.name[..item.name.LastIndexOf('.')] : item.name)
            .SelectMany(static block => block.OrderByDescending(static item => item.name.Contains("shortcut", StringComparison.Ordinal)))
            .Select(static item => item.module);
    }

    private static Tensor Values(TensorProto stored)
        => stored.FloatData.Count > 0 ? tensor(stored.FloatData.ToArray()) : frombuffer(stored.RawData.ToByteArray(), ScalarType.Float32);

    private static Tensor Run(InferenceSession session, Tensor input)
    {
        var values = new Microsoft.ML.OnnxRuntime.Tensors.DenseTensor<float>(
            input.contiguous().data<float>().ToArray(), [.. input.shape.Select(static size => (int)size)]);
        using var results = session.Run([NamedOnnxValue.CreateFromTensor(session.InputNames[0], values)]);
        var output = results[0].AsTensor<float>();
        return tensor(output.ToArray(), [.. output.Dimensions.ToArray().Select(static size => (long)size)]);
    }
}
