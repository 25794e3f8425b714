using System.Globalization;
using System.Text.Json.Nodes;
using DtcGen.Datasets;
using DtcGen.Training;

namespace DtcGen.Samples;

/// <summary>
/// What the ONNX files say about themselves, so that a program that has only the file can use it: how a pixel becomes
/// an input, what the classes are called, which neurons were kept, and the run that made it.
/// </summary>
/// <param name="data">The data it learned from.</param>
/// <param name="normalization">How pixel values become inputs.</param>
/// <param name="options">What the user asked for.</param>
internal sealed class FileFacts(ImageDataset data, Normalization normalization, SampleOptions options)
{
    /// <summary>The facts of a network before compression.</summary>
    public IReadOnlyDictionary<string, string> Dense(IDualTomographic model)
        => Create(model, "none", sparsity: 0, group => NeuronsOf((int)model.CountNeurons(group)));

    /// <summary>The facts of a compressed network.</summary>
    /// <param name="model">The network.</param>
    /// <param name="compressed">Where its compression ended.</param>
    /// <param name="criterion">What decided which neurons left.</param>
    public IReadOnlyDictionary<string, string> Pruned(IDualTomographic model, CompressState compressed, string criterion)
    {
        var sparsity = compressed.Cycles.Count == 0 ? 0 : compressed.Cycles[^1].Sparsity;
        return Create(model, criterion, sparsity, group =>
        {
            var neurons = NeuronsOf(compressed.InitialNeurons[group.Index]);
            neurons["kept"] = new JsonArray([.. compressed.KeptNeurons(group.Index).Select(neuron => JsonValue.Create(neuron))]);
            return neurons;
        });
    }

    private static JsonObject NeuronsOf(int before) => new() { ["before"] = before };

    private Dictionary<string, string> Create(
        IDualTomographic model, string criterion, double sparsity, Func<NeuronGroup, JsonObject> neurons)
    {
        var facts = new Dictionary<string, string>
        {
            ["dataset"] = data.Name,
            ["method"] = criterion,
            ["sparsity"] = sparsity.ToString(CultureInfo.InvariantCulture),
            ["seed"] = options.Seed.ToString(CultureInfo.InvariantCulture),

            // Input = (pixel / 255 − mean) / deviation, a number per channel.
            ["mean"] = Join(normalization.Mean),
            ["deviation"] = Join(normalization.Deviation),
            ["classes"] = string.Join(',', data.ClassNames),

            // {"fc1": {"before": 512, "kept": [0, 3, …]}}: numbers before the first clip; without "kept", all are there.
            ["neurons"] = new JsonObject(
                model.Groups.Select(group => KeyValuePair.Create<string, JsonNode?>(group.Name, neurons(group)))).ToJsonString(),
        };
        if (options.Compressibility > 0)
        {
            facts["compressibility"] = options.Compressibility.ToString(CultureInfo.InvariantCulture);
        }

        return facts;
    }

    private static string Join(IEnumerable<float> values)
        => string.Join(',', values.Select(value => value.ToString(CultureInfo.InvariantCulture)));
}
