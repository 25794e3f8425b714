namespace TorchSharp;

/// <summary>Runs the recorded operations backward: from the latest to the earliest, summing what meets in a node.</summary>
internal sealed class BackwardPass
{
    /// <summary>A pass that is done, whose tables have the size that the next one will need.</summary>
    [ThreadStatic]
    private static BackwardPass? spare;

    private readonly Dictionary<Node, Tensor> pending = [];
    private readonly HashSet<Node> reached = [];
    private readonly List<Node> order = [];
    private readonly Stack<Node> toVisit = [];

    // Rectifiers whose gradient lies in pending as it came to them: the node behind does their work, unless a second
    // gradient meets it there.
    private readonly Dictionary<Node, ReluNode> deferred = [];

    private Scratch scratch = null!;
    private bool retainGraph;

    private BackwardPass()
    {
    }

    /// <summary>Computes the gradients of everything that the roots depend on.</summary>
    /// <param name="roots">Where to start.</param>
    /// <param name="grads">The roots' own gradients; null stands for one at a scalar.</param>
    /// <param name="retainGraph">Whether saved values stay, for another backward.</param>
    /// <param name="inputs">The only tensors to get a gradient, or null for all leaves.</param>
    internal static void Run(IReadOnlyList<Tensor> roots, IList<Tensor>? grads, bool retainGraph, IList<Tensor>? inputs)
    {
        using GradMode mode = GradMode.Set(false);
        using Scratch scratch = Scratch.Begin();
        BackwardPass pass = spare ?? new BackwardPass();
        spare = null;
        (pass.scratch, pass.retainGraph) = (scratch, retainGraph);
        try
        {
            pass.Run(roots, grads, inputs);
        }
        finally
        {
            pass.Forget();
            spare = pass;
        }
    }

    private void Run(IReadOnlyList<Tensor> roots, IList<Tensor>? grads, IList<Tensor>? inputs)
    {
        for (int i = 0; i < roots.Count; i++)
        {
            Seed(roots[i], grads is not null && i < grads.Count ? grads[i] : null, i);
        }

        // Ties exist only among accumulators (sequence 0), whose order does not matter.
        order.Sort(static (a, b) => b.Sequence.CompareTo(a.Sequence));
        Dictionary<Node, List<AutogradMeta>>? wanted = inputs is null ? null : Targets(inputs);
        foreach (Node node in order)
        {
            Step(node, wanted);
        }
    }

    private void Forget()
    {
        pending.Clear();
        reached.Clear();
        order.Clear();
        toVisit.Clear();
        deferred.Clear();
    }

    private static Dictionary<Node, List<AutogradMeta>> Targets(IList<Tensor> inputs)
    {
        var targets = new Dictionary<Node, List<AutogradMeta>>();
        foreach (Tensor input in inputs)
        {
            Node edge = Node.EdgeOf(input.Impl) ?? throw TorchError.Of("One of the differentiated Tensors does not require grad");
            if (!targets.TryGetValue(edge, out List<AutogradMeta>? list))
            {
                targets[edge] = list = [];
            }

            list.Add(input.Impl.EnsureAutograd());
        }

        return targets;
    }

    private void Seed(Tensor root, Tensor? grad, int index)
    {
        Node edge = Node.EdgeOf(root.Impl)
            ?? throw TorchError.Of($"element {index} of tensors does not require grad and does not have a grad_fn");
        if (grad is null)
        {
            if (root.numel() != 1)
            {
                throw TorchError.Of($"grad can be implicitly created only for scalar outputs, but the tensor has the shape {TensorShape.Describe(root.Sizes)}");
            }

            grad = Tensor.Empty(root.Sizes, root.dtype).fill_(1);
        }
        else if (!grad.Sizes.SequenceEqual(root.Sizes) || grad.dtype != root.dtype)
        {
            throw TorchError.Of($"Mismatch in shape: grad_output[{index}] has a shape of {TensorShape.Describe(grad.Sizes)} ({grad.dtype}) "
                + $"and output[{index}] has a shape of {TensorShape.Describe(root.Sizes)} ({root.dtype}).");
        }

        Reach(edge);
        Accumulate(edge, grad.Plain());
    }

    private void Reach(Node start)
    {
        if (!reached.Add(start))
        {
            return;
        }

        toVisit.Push(start);
        while (toVisit.TryPop(out Node? node))
        {
            order.Add(node);
            foreach (Node? edge in node.Next)
            {
                if (edge is not null && reached.Add(edge))
                {
                    toVisit.Push(edge);
                }
            }
        }
    }

    private void Step(Node node, Dictionary<Node, List<AutogradMeta>>? wanted)
    {
        if (!pending.Remove(node, out Tensor? grad))
        {
            return;
        }

        if (wanted is not null)
        {
            if (wanted.TryGetValue(node, out List<AutogradMeta>? targets))
            {
                foreach (AutogradMeta target in targets)
                {
                    AccumulateGrad.Add(target, grad);
                }
            }

            if (node is AccumulateGrad)
            {
                return;
            }
        }

        if (node is ReluNode relu && relu.Deferred() is { } next && wanted?.ContainsKey(next) != true && pending.TryAdd(next, grad))
        {
            deferred[next] = relu;
            return;
        }

        Propagate(node, grad);
    }

    /// <summary>Runs a node backward and hands on what comes out; the gradient that went in is released.</summary>
    private void Propagate(Node node, Tensor grad)
    {
        var inputGrads = new Tensor?[node.Next.Length];
        using (Scratch inner = Scratch.Begin())
        {
            if (deferred.Remove(node, out ReluNode? relu))
            {
                node.BackwardRectified(grad, inputGrads);
                Finish(relu);
            }
            else
            {
                node.Backward(grad, inputGrads);
            }

            for (int i = 0; i < inputGrads.Length; i++)
            {
                if (inputGrads[i] is { } result && node.Next[i] is { } edge)
                {
                    // A tensor handed on more than once gets a window of its own each time, so that the storage's
                    // reference count says whether it may be written to.
                    bool shared = ReferenceEquals(result, grad) || !ReferenceEquals(result.Owner, inner);
                    Accumulate(edge, inner.Keep(shared ? result.Plain() : result));
                }
            }
        }

        grad.Release();
        Finish(node);
    }

    private void Finish(Node node)
    {
        if (!retainGraph)
        {
            node.ReleaseSaved();
        }
    }

    private void Accumulate(Node node, Tensor grad)
    {
        if (!pending.TryGetValue(node, out Tensor? sum))
        {
            pending[node] = grad;
            return;
        }

        if (deferred.Remove(node, out ReluNode? relu))
        {
            // Two gradients meet, and only one of them has passed a rectifier.
            pending.Remove(node);
            Propagate(relu, sum);
            sum = pending[node];
            scratch.Add(sum);
        }

        if (sum.Impl.Storage.References == 1 && sum.is_contiguous())
        {
            sum.add_(grad);
            grad.Release();
            return;
        }

        // The pass's own scratch must own the new sum, not the scratch of the node at work.
        Tensor fresh = Tensor.Empty(sum.Sizes, sum.dtype);
        fresh.copy_(sum).add_(grad);
        scratch.Add(fresh);
        sum.Release();
        grad.Release();
        pending[node] = fresh;
    }
}
