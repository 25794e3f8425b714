using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>
/// Notes what a forward computes while it computes it. In a recorded forward each operand of a tensor function goes through
/// <see cref="In{T}"/> and each result through <see cref="Out{T}"/>: both return what they are given, so the user's own code
/// runs as it stands. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class Recorder
{
    private readonly List<object?> _operands = [];
    private readonly List<RecordedValue> _values = [];
    private readonly List<RecordedOperation> _operations = [];
    private readonly List<RecordedLayer> _layers = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<nn.Module, string> _staying = new(ReferenceEqualityComparer.Instance);
    private readonly ModuleTree _tree;
    private readonly TensorTable _tensors = new();
    private readonly Dictionary<Tensor, (Tensor Entries, int Operations)> _kept = new(ReferenceEqualityComparer.Instance);
    private string _path = string.Empty;

    internal Recorder(nn.Module model) => _tree = new ModuleTree(model);

    /// <summary>How many operands are taken whose calls have not returned.</summary>
    public int Taken => _operands.Count;

    /// <summary>Forgets operands that were taken for calls which threw, as their sizes may have decided.</summary>
    /// <param name="taken">What <see cref="Taken"/> was before them.</param>
    public void Forget(int taken)
    {
        var left = _operands[taken..];
        _operands.RemoveRange(taken, left.Count);
        NoteSizesRead(left);
    }

    /// <summary>Takes an operand of the call that follows.</summary>
    /// <typeparam name="T">The type that the call takes it as.</typeparam>
    /// <param name="value">The operand.</param>
    /// <returns>The operand.</returns>
    public T In<T>(T value)
    {
        _operands.Add(value);
        return value;
    }

    /// <summary>Takes an operand of a call whose code is not recorded, which may change it.</summary>
    /// <typeparam name="T">The type that the call takes it as.</typeparam>
    /// <param name="value">The operand.</param>
    /// <returns>The operand.</returns>
    public T InKept<T>(T value)
    {
        Keep(value);
        return In(value);
    }

    /// <summary>
    /// Takes an operand of a matrix product: of sizes that do not fit, TorchSharp 0.107 ends the process instead of throwing, and
    /// with a batch that the user never gave they may not fit.
    /// </summary>
    /// <typeparam name="T">The type that the call takes it as.</typeparam>
    /// <param name="value">The operand.</param>
    /// <returns>The operand.</returns>
    /// <exception cref="ArgumentException">It does not fit the one before.</exception>
    public T InProduct<T>(T value)
    {
        if (_operands is [.., Tensor left] && value is Tensor right && !ProductSizes.Fit(left.shape, right.shape))
        {
            throw new ArgumentException(
                $"matmul of [{string.Join(", ", left.shape)}] and [{string.Join(", ", right.shape)}]: the sizes do not fit.",
                nameof(value));
        }

        return In(value);
    }

    /// <summary>Takes an operand that is a span.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="values">The operand.</param>
    /// <returns>The operand.</returns>
    public ReadOnlySpan<T> InSpan<T>(ReadOnlySpan<T> values)
    {
        _operands.Add(values.ToArray());
        return values;
    }

    /// <summary>Takes the result of a call whose operands were taken.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="site">What was called, as <see cref="CallSite"/> spells it.</param>
    /// <param name="result">The result.</param>
    /// <returns>The result.</returns>
    public T Out<T>(string site, T result)
    {
        Note(CallSite.Of(site), result);
        return result;
    }

    /// <summary>Notes a call that returns nothing, after it.</summary>
    /// <param name="site">What was called.</param>
    public void Done(string site) => Note(CallSite.Of(site), null);

    /// <summary>Runs a call that returns nothing, and notes it.</summary>
    /// <param name="call">The call, whose operands are taken.</param>
    /// <param name="site">What is called.</param>
    public void Do(Action call, string site)
    {
        ArgumentNullException.ThrowIfNull(call);
        call();
        Done(site);
    }

    /// <summary>The sizes of a tensor, which the code may compute with.</summary>
    /// <param name="tensor">The tensor.</param>
    public long[] Shape(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        NoteSizeRead(tensor, null);
        return tensor.shape;
    }

    /// <summary>The size of a tensor's dimension, which the code may compute with.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="dimension">Which dimension.</param>
    public long Size(Tensor tensor, Index dimension)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        var size = tensor.shape[dimension];
        NoteSizeRead(tensor, dimension.GetOffset((int)tensor.ndim));
        return size;
    }

    /// <summary>The size of a tensor's dimension by its number, which the code may compute with.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="dimension">Which dimension, from the first or, negative, from the last.</param>
    public long SizeAt(Tensor tensor, long dimension)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        var size = tensor.size((int)dimension);
        NoteSizeRead(tensor, dimension);
        return size;
    }

    /// <summary>A tensor whose number of elements is read.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <returns>The tensor.</returns>
    public Tensor Counted(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        NoteSizeRead(tensor, null);
        return tensor;
    }

    /// <summary>A layer whose sizes are read, so that they must stay.</summary>
    /// <typeparam name="T">The layer's type.</typeparam>
    /// <param name="layer">The layer.</param>
    /// <returns>The layer.</returns>
    public T Counted<T>(T layer)
        where T : nn.Module
    {
        _staying.TryAdd(layer, "the code computes with its sizes");
        return layer;
    }

    private void Note(CallSite site, object? result)
    {
        var count = site.Parameters.Length;
        var arguments = _operands.GetRange(_operands.Count - count, count);
        _operands.RemoveRange(_operands.Count - count, count);
        FunctionTable.Note(this, new FunctionCall(site, arguments, result));
    }
}
