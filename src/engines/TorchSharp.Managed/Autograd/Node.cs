namespace TorchSharp;

/// <summary>
/// An operation recorded for backward.
/// </summary>
/// <remarks>
/// <para>
/// <b>How to write a differentiable operation.</b> Compute the result with kernels into a new tensor
/// (<see cref="Tensor.Empty(ReadOnlySpan{long}, ScalarType)"/>), then, if <see cref="IsNeeded(Tensor)"/> for any input, make a node with
/// all tensor inputs in order and let it <see cref="Record"/> the result:
/// </para>
/// <code>
/// Tensor result = Tensor.Empty(x.Sizes, x.dtype);          // forward
/// ...kernels on x.Pointer&lt;float&gt;() and result.Pointer&lt;float&gt;()...
/// GC.KeepAlive(x);
/// return Node.IsNeeded(x, w) ? new MyNode(x, w).Record(result) : result;
///
/// private sealed class MyNode : Node
/// {
///     private readonly SavedTensor x, w;
///
///     internal MyNode(Tensor x, Tensor w)
///         : base("MyBackward0", x, w)
///     {
///         this.x = Save(x);
///         this.w = Save(w);
///     }
///
///     protected internal override void Backward(Tensor grad, Span&lt;Tensor?&gt; inputGrads)
///     {
///         if (Needs(0)) inputGrads[0] = grad.mm(w.Value);
///         if (Needs(1)) inputGrads[1] = grad.t().mm(x.Value);
///     }
/// }
/// </code>
/// <list type="bullet">
/// <item><see cref="Backward"/> runs without recording and inside a scratch: every tensor made there is released
/// when it returns, except the ones put into the gradients. It may return <c>grad</c> itself, or a view of it, but must not
/// write into it unless <see cref="MayOverwrite"/>. A gradient left null counts as zero.</item>
/// <item>A gradient must have its input's size and type; <see cref="GradientShape.SumTo"/> undoes broadcasting.</item>
/// <item>A composite of operations that are themselves differentiable needs no node: wrap it in
/// <see cref="Scratch"/> and keep the result.</item>
/// <item>In-place operations: make the node before writing, then write, then call <see cref="InPlace.Finish"/>.</item>
/// <item>A node has one output. Each node is reference counted by the tensors it made and the nodes behind it, so
/// that a graph nobody can run backward any more releases its saved values at once.</item>
/// </list>
/// </remarks>
internal abstract class Node
{
    private static long lastSequence;

    private readonly Node?[] next;
    private SavedTensor? saved;
    private int references;

    /// <summary>Starts a node and links it to the nodes that made its inputs.</summary>
    /// <param name="name">The operation's name in messages, as PyTorch calls it.</param>
    /// <param name="inputs">All tensor inputs, in the order of the gradients; null where there is none.</param>
    protected Node(string name, params ReadOnlySpan<Tensor?> inputs)
    {
        Name = name;
        Sequence = Interlocked.Increment(ref lastSequence);
        next = inputs.Length == 0 ? [] : new Node?[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            Node? edge = inputs[i] is { } input ? EdgeOf(input.Impl) : null;
            edge?.AddReference();
            next[i] = edge;
        }
    }

    /// <summary>Starts a node on an input given by its implementation.</summary>
    private protected Node(string name, TensorImpl input, Node? second = null)
    {
        Name = name;
        Sequence = Interlocked.Increment(ref lastSequence);
        next = second is null ? [EdgeOf(input)] : [EdgeOf(input), second];
        foreach (Node? edge in next)
        {
            edge?.AddReference();
        }
    }

    /// <summary>Starts a node without inputs that runs after all others.</summary>
    private protected Node(string name)
    {
        Name = name;
        next = [];
    }

    internal string Name { get; }

    /// <summary>Grows with the time of creation; backward runs from the latest to the earliest.</summary>
    internal long Sequence { get; }

    /// <summary>For each input, the node that gets its gradient; null where none is needed.</summary>
    internal ReadOnlySpan<Node?> Next => next;

    /// <summary>Whether an operation on a tensor must be recorded.</summary>
    internal static bool IsNeeded(Tensor a) => GradMode.IsEnabled && a.Impl.Autograd is { RequiresGrad: true };

    /// <summary>Whether an operation on tensors must be recorded.</summary>
    internal static bool IsNeeded(Tensor a, Tensor? b) => IsNeeded(a) || (b is not null && IsNeeded(b));

    /// <summary>Whether an operation on tensors must be recorded.</summary>
    internal static bool IsNeeded(Tensor a, Tensor? b, Tensor? c) => IsNeeded(a, b) || (c is not null && IsNeeded(c));

    /// <summary>Whether an operation on tensors must be recorded.</summary>
    internal static bool IsNeeded(IEnumerable<Tensor> tensors)
    {
        foreach (Tensor tensor in tensors)
        {
            if (IsNeeded(tensor))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes this node the history of the operation's result.</summary>
    internal Tensor Record(Tensor result)
    {
        result.Impl.EnsureAutograd().SetGradFunction(this);
        return result;
    }

    /// <summary>Computes the gradients of the inputs from the gradient of the output.</summary>
    /// <param name="grad">The output's gradient; not to be written to unless <see cref="MayOverwrite"/>.</param>
    /// <param name="inputGrads">Where the inputs' gradients go.</param>
    protected internal abstract void Backward(Tensor grad, Span<Tensor?> inputGrads);

    /// <summary>Whether the node does itself what a rectifier of its result would do to the gradient on its way here.</summary>
    protected internal virtual bool TakesRectified => false;

    /// <summary>As <see cref="Backward"/>, but the gradient counts only where the node's result was positive.</summary>
    protected internal virtual void BackwardRectified(Tensor grad, Span<Tensor?> inputGrads) => throw new NotSupportedException(Name);

    /// <summary>Whether nobody but the running backward pass can see a gradient, so that its memory may be used again.</summary>
    protected static bool MayOverwrite(Tensor grad) => grad.Impl is { IsShared: false, IsContiguous: true, Storage.References: 1 };

    /// <summary>Whether an input's gradient is wanted.</summary>
    protected internal bool Needs(int input) => next[input] is not null;

    /// <summary>Keeps a value for backward.</summary>
    protected SavedTensor Save(Tensor tensor) => saved = new SavedTensor(this, tensor, saved);

    /// <summary>Keeps a value for backward if there is one and it is wanted.</summary>
    protected SavedTensor? SaveIf(bool wanted, Tensor? tensor) => wanted && tensor is not null ? Save(tensor) : null;

    /// <summary>Releases the saved values; a second backward through this node throws.</summary>
    internal void ReleaseSaved()
    {
        for (SavedTensor? s = saved; s is not null; s = s.Next)
        {
            s.Release();
        }
    }

    internal void AddReference() => Interlocked.Increment(ref references);

    /// <summary>Drops one reference; a node that nothing can reach releases its values, and so on behind it.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref references) != 0)
        {
            return;
        }

        var unreachable = new Stack<Node>();
        unreachable.Push(this);
        while (unreachable.TryPop(out Node? node))
        {
            node.ReleaseSaved();
            foreach (Node? edge in node.next)
            {
                if (edge is not null && Interlocked.Decrement(ref edge.references) == 0)
                {
                    unreachable.Push(edge);
                }
            }
        }
    }

    /// <summary>The node that a tensor's gradient goes to.</summary>
    internal static Node? EdgeOf(TensorImpl impl) =>
        impl.Autograd is not { } autograd ? null
        : autograd.GradFunction is { } function ? function
        : autograd.RequiresGrad ? autograd.EnsureAccumulator()
        : null;
}
