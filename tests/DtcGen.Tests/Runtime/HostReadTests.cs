using System.Reflection;
using DtcGen.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Tests.Runtime;

/// <summary>
/// Where a model lives on an accelerator, scoring, clipping, recording and reconstruction compute there: what comes to the host is the
/// scores, and single numbers that decide something. No machine of the tests has one, so the calls are counted in the compiled code.
/// </summary>
public sealed class HostReadTests
{
    // Each of these waits for the device. item alone cannot bring more than a number.
    private static readonly HashSet<string> Reads =
    [
        "cpu", "data", "item", "get_bytes", "tobytes", "WriteBytesToStream", "save", "allclose", "ToScalar", "ToSingle", "ToDouble",
        "ToBoolean", "ToByte", "ToInt16", "ToInt32", "ToInt64", "ToHalf", "op_Explicit", "ToString", "print", "jlstr", "npstr", "cstr",
    ];

    private static readonly string[] Namespaces =
    [
        "DtcGen", "DtcGen.Calibrating", "DtcGen.Criteria", "DtcGen.Recording", "DtcGen.Runtime",
    ];

    [Fact]
    public void NothingComesToTheHostButScoresAndSingleNumbers()
    {
        var found = typeof(NeuronGroup).Assembly.GetTypes()
            .Where(static type => !type.IsNested && Namespaces.Contains(type.Namespace))
            .SelectMany(static type => CalledMethods.In(type).SelectMany(
                method => CalledMethods.Of(method).Where(IsRead).Select(read => $"{type.Name}: {read.Name}")))
            .CountBy(static line => line)
            .Select(static item => $"{item.Key} {item.Value}")
            .Order(StringComparer.Ordinal);

        // Who adds one here says why: a read of a weight is a copy of it, and a wait.
        Assert.Equal(
            [
                // Whether a batch, what was gathered of it, a gradient, a second derivative, a refit or a variance is finite.
                "CalibrationBatch: item 1",

                // The scores of each layer of a group, which may live on several devices.
                "CriterionContext: cpu 1",
                "ExampleInputs: item 1",
                "ExampleInputs: to 1",
                "Filling: item 2",
                "FunctionTable: item 1",
                "Gathering: item 2",
                "HutchinsonVectors: item 1",
                "HutchinsonVectors: to 2",

                // How far a layer is from what it made before, in single numbers; sums live in double precision where there is one.
                "LayerErrors: item 3",
                "LayerErrors: to 1",
                "LayerInputs: item 2",
                "LayerInputs: to 4",
                "LayerTable: item 1",
                "LayerWindows: item 1",
                "NormStatistics: item 2",

                // What each neuron's leaving costs, and which is the next.
                "OutputCriterion: cpu 1",
                "OutputCriterion: item 2",

                // Whether the output is a layer's, and the loss that a fit looks at.
                "OutputFit: allclose 1",
                "OutputLoss: item 1",
                "RecordedModel: item 1",
                "Recorder: item 1",
                "RecordingComparison: item 1",
                "RidgeFit: item 2",
                "TensorEntries: allclose 1",
                "TensorEntries: item 2",

                // Of weights that are in the host's memory.
                "WeightSums: get_bytes 1",

                // Scores; and what lives on an accelerator without double precision, which has no other place for it.
                "WideNumbers: cpu 2",
                "WideNumbers: data 1",
            ],
            found);
    }

    [Fact]
    public void TheCountSeesCallsInLambdasAndIterators()
    {
        Assert.Equal(
            ["cpu", "data", "item"],
            CalledMethods.In(typeof(Reader)).SelectMany(CalledMethods.Of).Where(IsRead).Select(static read => read.Name).Order());
    }

    [Fact]
    public void SumsOfWeightsOnADeviceStayThereUntilTheyAreAsked()
    {
        // Nothing can be read from this device: it has sizes and no entries.
        using var scope = NewDisposeScope();
        var weight = zeros([4, 4, 3, 3], device: META);
        var previous = WeightSums.Rows(weight, null) + WeightSums.Rows(weight, WeightMap.Square);
        var next = WeightSums.Columns(weight, WeightMap.Square) + WeightSums.Columns(weight, static weights => weights.pow(3));

        Assert.ThrowsAny<Exception>(() => WeightSums.ToRaySums(previous, next));
        Assert.ThrowsAny<Exception>(() => previous + WeightSums.Rows(zeros(4, 2), null));
    }

    private static bool IsRead(MethodBase method)
        => method.DeclaringType?.Assembly == typeof(Tensor).Assembly
            && method.GetParameters().FirstOrDefault()?.ParameterType != typeof(Scalar)
            && (Reads.Contains(method.Name)
                || (method.Name == "to" && method.GetParameters().Any(
                    static parameter => parameter.ParameterType == typeof(Device) || parameter.ParameterType == typeof(DeviceType))));

    private static class Reader
    {
        public static IEnumerable<double> Numbers(Tensor[] tensors)
        {
            foreach (var near in tensors.Select(static tensor => tensor.cpu()))
            {
                yield return near.item<double>();
                yield return near.data<double>().Count;
            }
        }
    }
}
