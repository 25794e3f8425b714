using DtcGen.IO;
using DtcGen.Recording;
using DtcGen.Runtime;
using DtcGen.Saving;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen;

/// <summary>Saves pruned models, and loads what was saved after clips.</summary>
public static class PrunedModel
{
    /// <summary>
    /// Saves a model's parameters and buffers, with the sizes that clips have left and which neurons they kept, as a safetensors file,
    /// which PyTorch reads too. The file is written whole or not at all.
    /// </summary>
    /// <typeparam name="TModel">A model class marked <see cref="DualTomographicAttribute"/>.</typeparam>
    /// <param name="model">The model; one that must be recorded has been.</param>
    /// <param name="path">The file; one that is there is replaced. Its folder must be there.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void SavePruned<TModel>(this TModel model, string path)
        where TModel : Module, IDualTomographic
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var use = ModelUse.Read(model, "saving");
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        var neurons = NeuronsJson.Write(
            model.History().Select(static group => (group.Name, group.Before, group.After, group.Kept)));

        // "pt" is what PyTorch's own writer says, and what some readers insist on.
        KeyValuePair<string, string>[] metadata = [new("format", "pt"), new(NeuronsJson.Key, neurons)];
        WholeFile.Write(Path.GetFullPath(path), temporary =>
        {
            using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
            SafetensorsFile.Write(stream, model.state_dict(), metadata);
        });
    }

    /// <summary>
    /// Loads a file that <see cref="SavePruned"/>, TorchSharp's <c>save</c> or PyTorch (as safetensors) wrote of a model of this
    /// class, pruned or not: the neuron groups are clipped to the sizes in the file, and all parameters and buffers get what it holds.
    /// </summary>
    /// <typeparam name="TModel">A model class marked <see cref="DualTomographicAttribute"/>.</typeparam>
    /// <param name="model">A model as the class makes it, or no smaller than the saved one. Make optimizers anew afterwards.</param>
    /// <param name="path">The file.</param>
    /// <returns>The model.</returns>
    /// <exception cref="InvalidDataException">The file is not of such a model, or broken. The model was not changed.</exception>
    /// <exception cref="InvalidOperationException">The model's layers share weights in a way that no clip keeps. The
    /// model was not changed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TModel LoadPruned<TModel>(this TModel model, string path)
        where TModel : Module, IDualTomographic
    {
        using var stream = File.OpenRead(path);
        return Load(model, stream, path);
    }

    /// <summary>Loads what such a file holds from a stream.</summary>
    /// <typeparam name="TModel">A model class marked <see cref="DualTomographicAttribute"/>.</typeparam>
    /// <param name="model">A model as the class makes it, or no smaller than the saved one. Make optimizers anew afterwards.</param>
    /// <param name="stream">Read from its position on; it can seek, and stays open.</param>
    /// <returns>The model.</returns>
    /// <exception cref="InvalidDataException">The stream is not of such a model, or broken. The model was not changed.</exception>
    /// <exception cref="InvalidOperationException">The model's layers share weights in a way that no clip keeps. The
    /// model was not changed.</exception>
    public static TModel LoadPruned<TModel>(this TModel model, Stream stream)
        where TModel : Module, IDualTomographic
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Load(model, stream, "The stream");
    }

    /// <summary>Loads parameters and buffers, as <c>state_dict()</c> of a pruned model gives them.</summary>
    /// <typeparam name="TModel">A model class marked <see cref="DualTomographicAttribute"/>.</typeparam>
    /// <param name="model">A model as the class makes it, or no smaller than the other one. Make optimizers anew afterwards.</param>
    /// <param name="state">Tensors by their names, on any device. They are copied.</param>
    /// <returns>The model.</returns>
    /// <exception cref="InvalidDataException">They are not of such a model. The model was not changed.</exception>
    /// <exception cref="InvalidOperationException">The model's layers share weights in a way that no clip keeps. The
    /// model was not changed.</exception>
    public static TModel LoadPruned<TModel>(this TModel model, IReadOnlyDictionary<string, Tensor> state)
        where TModel : Module, IDualTomographic
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(state);
        using var use = ModelUse.Change(model, "loading");
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        return Load(model, new Dictionary<string, Tensor>(state, StringComparer.Ordinal), null, "The state");
    }

    /// <summary>As above, from the stream's position on.</summary>
    internal static TModel Load<TModel>(TModel model, Stream stream, string source)
        where TModel : Module, IDualTomographic
    {
        ArgumentNullException.ThrowIfNull(model);
        using var use = ModelUse.Change(model, "loading");
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        if (!SafetensorsFile.Is(stream))
        {
            return Load(model, StateFile.Read(stream, source), null, source);
        }

        var (tensors, metadata) = SafetensorsFile.Read(stream, source);
        return Load(model, tensors, metadata.GetValueOrDefault(NeuronsJson.Key), source);
    }

    private static TModel Load<TModel>(TModel model, Dictionary<string, Tensor> saved, string? neuronsKept, string source)
        where TModel : Module, IDualTomographic
    {
        var held = model.state_dict();
        SharedNames.Settle(model, held, saved, source);
        CheckNames(held, saved, source);
        var sizes = model.Groups.Select(group => (Group: group, Neurons: Count(model, group, saved, source))).ToArray();
        var before = new ModelSnapshot(model);
        var history = model.History();
        try
        {
            foreach (var (group, neurons) in sizes)
            {
                model.Clip(group, [.. Enumerable.Range(0, neurons).Select(static neuron => (long)neuron)]);
            }

            CheckShapes(model.state_dict(), saved, source, sizes.Select(static size => $"{size.Group.Name} {size.Neurons}"));
        }
        catch
        {
            before.Restore();
            throw;
        }

        model.load_state_dict(saved);
        var told = (neuronsKept is null ? null : NeuronsJson.Read(neuronsKept))?.ToDictionary(static group => group.Group);
        foreach (var (group, neurons) in sizes)
        {
            ClipHistory.Set(model, told?.TryGetValue(group.Name, out var kept) == true && kept.After == neurons
                ? new GroupHistory(group.Name, kept.Before, neurons, kept.Kept ?? All(kept.Before, neurons))
                : new GroupHistory(group.Name, history[group.Index].Before, neurons, All(history[group.Index].Before, neurons)));
        }

        return model;
    }

    // Of fewer than there were it is not known which they are.
    private static int[]? All(int before, int after) => before == after ? [.. Enumerable.Range(0, before)] : null;

    private static void CheckNames(Dictionary<string, Tensor> held, Dictionary<string, Tensor> saved, string source)
    {
        var missing = held.Keys.Where(name => !saved.ContainsKey(name)).ToArray();
        var unknown = saved.Keys.Where(name => !held.ContainsKey(name)).ToArray();
        if (missing.Length + unknown.Length > 0)
        {
            throw new InvalidDataException(
                $"{source} is of another model:" + List(" it has no ", missing)
                    + List(missing.Length > 0 ? ", and the model has no " : " the model has no ", unknown) + ".");
        }

        foreach (var (name, tensor) in held)
        {
            if (saved[name].dtype is var type && type != tensor.dtype)
            {
                throw new InvalidDataException(
                    $"{source}: '{name}' is {type}, and {tensor.dtype} in the model. Call the model's to(ScalarType.{type}) first.");
            }
        }
    }

    private static string List(string before, string[] names)
        => names.Length == 0
            ? string.Empty
            : before + string.Join(", ", names.Take(5).Select(static name => $"'{name}'"))
                + (names.Length > 5 ? $" and {names.Length - 5} more" : string.Empty);

    private static int Count(IDualTomographic model, NeuronGroup group, Dictionary<string, Tensor> saved, string source)
    {
        var layer = ModelTensors.Modules((Module)model).First(item => item.Name == group.Counter.Layer).Module;
        var name = $"{group.Counter.Layer}.weight";
        var shape = saved[name].shape;
        var dimension = RecordedLayers.OutputDimension(layer);
        var outputs = shape.Length > dimension ? shape[dimension] : 0;
        var (neurons, rest) = long.DivRem(outputs, group.Counter.OutputsPerNeuron);
        var most = model.CountNeurons(group);
        return rest == 0 && neurons > 0 && neurons <= most
            ? checked((int)neurons)
            : throw new InvalidDataException(
                $"{source}: '{name}' is {Sizes.Text(shape)}, and a model of this class can have 1 to {most} neurons there"
                + (group.Counter.OutputsPerNeuron == 1 ? "." : $", {group.Counter.OutputsPerNeuron} outputs each."));
    }

    private static void CheckShapes(
        Dictionary<string, Tensor> held, Dictionary<string, Tensor> saved, string source, IEnumerable<string> sizes)
    {
        foreach (var (name, tensor) in held)
        {
            if (!saved[name].shape.AsSpan().SequenceEqual(tensor.shape))
            {
                throw new InvalidDataException(
                    $"{source}: '{name}' is {Sizes.Text(saved[name].shape)}, and {Sizes.Text(tensor.shape)} in a model with as many neurons as the file has "
                    + $"({string.Join(", ", sizes)}). The file is of another model.");
            }
        }
    }
}
