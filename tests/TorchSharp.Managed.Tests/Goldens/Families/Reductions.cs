using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Goldens.Families;

/// <summary>Sums, moments, extremes, orders.</summary>
internal static class Reductions
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("sum", ("torch.Tensor.sum", c => c.X[0].sum()), ("torch.sum", c => torch.sum(c.X[0])));
        table.Add("mean", ("torch.Tensor.mean", c => c.X[0].mean()), ("torch.mean", c => torch.mean(c.X[0])));
        table.Add("max", ("torch.Tensor.max", c => c.X[0].max()), ("torch.max", c => torch.max(c.X[0])));
        table.Add("min", ("torch.Tensor.min", c => c.X[0].min()), ("torch.min", c => torch.min(c.X[0])));
        table.Add("sum_dims", ("torch.Tensor.sum", c => c.X[0].sum(c.Wholes("dims"), c.Flag("keep"))), ("torch.sum", c => torch.sum(c.X[0], (ReadOnlySpan<long>)c.Wholes("dims"), c.Flag("keep"))));
        table.Add("mean_dims", ("torch.Tensor.mean", c => c.X[0].mean(c.Wholes("dims"), c.Flag("keep"))), ("torch.mean", c => torch.mean(c.X[0], c.Wholes("dims"), c.Flag("keep"))));
        table.Add("amax_dims", ("torch.Tensor.amax", c => c.X[0].amax(c.Wholes("dims"), c.Flag("keep"))), ("torch.amax", c => torch.amax(c.X[0], c.Wholes("dims"), c.Flag("keep"))));
        table.Add("amin_dims", ("torch.Tensor.amin", c => c.X[0].amin(c.Wholes("dims"), c.Flag("keep"))), ("torch.amin", c => torch.amin(c.X[0], c.Wholes("dims"), c.Flag("keep"))));
        table.Add("var", ("torch.Tensor.var", c => c.X[0].var(c.Flag("unbiased"))), ("torch.var", c => torch.var(c.X[0], c.Flag("unbiased"))));
        table.Add("std", ("torch.Tensor.std", c => c.X[0].std(c.Flag("unbiased"))), ("torch.std", c => torch.std(c.X[0], c.Flag("unbiased"))));
        table.Add("var_dims", ("torch.Tensor.var", c => c.X[0].var(c.Wholes("dims"), c.Flag("unbiased"), c.Flag("keep"))), ("torch.var", c => torch.var(c.X[0], c.Wholes("dims"), c.Flag("unbiased"), c.Flag("keep"))));
        table.Add("std_dims", ("torch.Tensor.std", c => c.X[0].std(c.Wholes("dims"), c.Flag("unbiased"), c.Flag("keep"))), ("torch.std", c => torch.std(c.X[0], c.Wholes("dims"), c.Flag("unbiased"), c.Flag("keep"))));
        table.Add("norm", ("torch.Tensor.norm", c => c.X[0].norm((float)c.Number("p"))), ("torch.norm", c => torch.norm(c.X[0], (float)c.Number("p"))));
        table.Add("norm_dim", ("torch.Tensor.norm", c => c.X[0].norm((int)c.Whole("dim"), c.Flag("keep"), (float)c.Number("p"))), ("torch.norm", c => torch.norm(c.X[0], (int)c.Whole("dim"), c.Flag("keep"), (float)c.Number("p"))));
        table.Add("all", ("torch.Tensor.all", c => c.X[0].all()), ("torch.all", c => torch.all(c.X[0])));
        table.Add("any", ("torch.Tensor.any", c => c.X[0].any()), ("torch.any", c => torch.any(c.X[0])));
        table.Add("all_dim", ("torch.Tensor.all", c => c.X[0].all(c.Whole("dim"), c.Flag("keep"))), ("torch.all", c => torch.all(c.X[0], c.Whole("dim"), c.Flag("keep"))));
        table.Add("any_dim", ("torch.Tensor.any", c => c.X[0].any(c.Whole("dim"), c.Flag("keep"))), ("torch.any", c => torch.any(c.X[0], c.Whole("dim"), c.Flag("keep"))));
        table.Add("argmax", ("torch.Tensor.argmax", c => c.X[0].argmax()), ("torch.argmax", c => torch.argmax(c.X[0])));
        table.Add("argmin", ("torch.Tensor.argmin", c => c.X[0].argmin()), ("torch.argmin", c => torch.argmin(c.X[0])));
        table.Add("argmax_dim", ("torch.Tensor.argmax", c => c.X[0].argmax(c.Whole("dim"), c.Flag("keep"))), ("torch.argmax", c => torch.argmax(c.X[0], c.Whole("dim"), c.Flag("keep"))));
        table.Add("argmin_dim", ("torch.Tensor.argmin", c => c.X[0].argmin(c.Whole("dim"), c.Flag("keep"))), ("torch.argmin", c => torch.argmin(c.X[0], c.Whole("dim"), c.Flag("keep"))));
        table.Add("argsort", ("torch.Tensor.argsort", c => c.X[0].argsort(c.Whole("dim"), c.Flag("descending"))), ("torch.argsort", c => torch.argsort(c.X[0], c.Whole("dim"), c.Flag("descending"))));
        table.Add("quantile", ("torch.Tensor.quantile", c => c.X[0].quantile(c.X[1], c.Whole("dim"), c.Flag("keep"))), ("torch.quantile", c => torch.quantile(c.X[0], c.X[1], c.Whole("dim"), c.Flag("keep"))));
        table.Add("cumsum", ("torch.Tensor.cumsum", c => c.X[0].cumsum(c.Whole("dim"))), ("torch.cumsum", c => torch.cumsum(c.X[0], c.Whole("dim"))));
    }
}
