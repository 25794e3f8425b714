using DtcGen.Runtime;
using DtcGen.Saving;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen;

/// <summary>Loads what was saved after clips.</summary>
public static class PrunedModel
{
    /// <summary>
    /// Loads a file that <c>save</c> of a pruned model wrote: the neuron groups are clipped to the sizes in the file, and all
    /// parameters and buffers get what it holds. A file of a model that was never clipped is loaded too.
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

    /// <summary>Loads what <c>save</c> of a pruned model wrote to a stream.</summary>
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

    /// <summary>As above, from the stream's position on.</summary>
    internal static TModel Load<TModel>(TModel model, Stream stream, string source)
        where TModel : Module, IDualTomographic
    {
        ArgumentNullException.ThrowIfNull(model);
        using var use = ModelUse.Change(model, "loading");
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        var saved = StateFile.Read(stream, source);
        CheckNames(model.state_dict(), saved, source);
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
        foreach (var (group, neurons) in sizes)
        {
            // Which neurons the file's model kept, the file does not say.
            var all = history[group.Index].Before;
            ClipHistory.Set(
                model, new GroupHistory(group.Name, all, neurons, neurons == all ? [.. Enumerable.Range(0, all)] : null));
        }

        return model;
    }

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
        var dimension = layer is Embedding ? 1 : 0;
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
