using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Goldens.Families;

/// <summary>Views, joins, and elements by index.</summary>
internal static class Shapes
{
    internal static void AddTo(OperationTable table)
    {
        Views(table);
        Parts(table);
        Joins(table);
    }

    private static void Views(OperationTable table)
    {
        table.Add("reshape", ("torch.Tensor.reshape", c => c.X[0].reshape(c.Wholes("shape"))), ("torch.reshape", c => torch.reshape(c.X[0], c.Wholes("shape"))), ("torch.Tensor.view", c => c.X[0].contiguous().view(c.Wholes("shape"))));
        table.Add("flatten", ("torch.Tensor.flatten", c => c.X[0].flatten(c.Whole("start"), c.Whole("end"))), ("torch.flatten", c => torch.flatten(c.X[0], c.Whole("start"), c.Whole("end"))), ("torch.nn.Flatten", c => c.Run(nn.Flatten(c.Whole("start"), c.Whole("end")))));
        table.Add("unflatten", ("torch.Tensor.unflatten", c => c.X[0].unflatten(c.Whole("dim"), c.Wholes("sizes"))), ("torch.unflatten", c => torch.unflatten(c.X[0], c.Whole("dim"), c.Wholes("sizes"))), ("torch.nn.Unflatten", c => c.Run(nn.Unflatten(c.Whole("dim"), c.Wholes("sizes")))));
        table.Add("transpose", ("torch.Tensor.transpose", c => c.X[0].transpose(c.Whole("dim0"), c.Whole("dim1"))), ("torch.transpose", c => torch.transpose(c.X[0], c.Whole("dim0"), c.Whole("dim1"))));
        table.Add("t", ("torch.Tensor.t", c => c.X[0].t()), ("torch.t", c => torch.t(c.X[0])), ("torch.Tensor.T", c => c.X[0].T));
        table.Add("permute", ("torch.Tensor.permute", c => c.X[0].permute(c.Wholes("dims"))), ("torch.permute", c => torch.permute(c.X[0], c.Wholes("dims"))));
        table.Add("squeeze", ("torch.Tensor.squeeze", c => c.Has("dim") ? c.X[0].squeeze(c.Whole("dim")) : c.X[0].squeeze()), ("torch.squeeze", c => c.Has("dim") ? torch.squeeze(c.X[0], c.Whole("dim")) : torch.squeeze(c.X[0])));
        table.Add("unsqueeze", ("torch.Tensor.unsqueeze", c => c.X[0].unsqueeze(c.Whole("dim"))), ("torch.unsqueeze", c => torch.unsqueeze(c.X[0], c.Whole("dim"))));
        table.Add("expand", ("torch.Tensor.expand", c => c.X[0].expand(c.Wholes("shape"))));
        table.Add("expand_as", ("torch.Tensor.expand_as", c => c.X[0].expand_as(c.X[1])));
        table.Add("repeat", ("torch.Tensor.repeat", c => c.X[0].repeat(c.Wholes("shape"))));
        table.Add("clone", ("torch.Tensor.clone", c => c.X[0].clone()), ("torch.Tensor.alias", c => c.X[0].alias()), ("torch.nn.Identity", c => c.Run(nn.Identity())), ("torch.Tensor.to", c => c.X[0].to(c.X[0].dtype, copy: true)), ("torch.Tensor.to_type", c => c.X[0].to_type(c.X[0].dtype)), ("torch.Tensor.cpu", c => c.X[0].cpu()));
        table.Add("contiguous", ("torch.Tensor.contiguous", c => c.X[0].contiguous()));
        table.Add("tril", ("torch.Tensor.tril", c => c.X[0].tril(c.Whole("diagonal"))), ("torch.tril", c => torch.tril(c.X[0], c.Whole("diagonal"))));
        table.Add("triu", ("torch.Tensor.triu", c => c.X[0].triu(c.Whole("diagonal"))), ("torch.triu", c => torch.triu(c.X[0], c.Whole("diagonal"))));
    }

    private static void Parts(OperationTable table)
    {
        table.Add("narrow", ("torch.Tensor.narrow", c => c.X[0].narrow(c.Whole("dim"), c.Whole("start"), c.Whole("length"))));
        table.Add("select", ("torch.Tensor.select", c => c.X[0].select(c.Whole("dim"), c.Whole("index"))));
        table.Add("slice", ("torch.Tensor.slice", c => c.X[0].slice(c.Whole("dim"), c.Whole("start"), c.Whole("stop"), c.Whole("step"))), ("torch.Tensor.this[]", Indexed));
        table.AddMany("split", ("torch.Tensor.split", c => c.X[0].split(c.Whole("size"), (int)c.Whole("dim"))));
        table.AddMany("split_sizes", ("torch.Tensor.split", c => c.X[0].split(c.Wholes("sizes"), c.Whole("dim"))), ("torch.split", c => torch.split(c.X[0], c.Wholes("sizes"), c.Whole("dim"))));
        table.AddMany("chunk", ("torch.Tensor.chunk", c => c.X[0].chunk(c.Whole("chunks"), c.Whole("dim"))), ("torch.chunk", c => torch.chunk(c.X[0], c.Whole("chunks"), c.Whole("dim"))));
        table.Add("gather", ("torch.Tensor.gather", c => c.X[0].gather(c.Whole("dim"), c.X[1])), ("torch.gather", c => torch.gather(c.X[0], c.Whole("dim"), c.X[1])));
        table.Add("index_select", ("torch.Tensor.index_select", c => c.X[0].index_select(c.Whole("dim"), c.X[1])), ("torch.index_select", c => torch.index_select(c.X[0], c.Whole("dim"), c.X[1])));
        table.Add("index_add", ("torch.Tensor.index_add", c => c.X[0].index_add(c.Whole("dim"), c.X[1], c.X[2], c.Number("alpha"))));
    }

    private static void Joins(OperationTable table)
    {
        table.Add("cat", ("torch.cat", c => torch.cat(c.X, c.Whole("dim"))), ("torch.concat", c => torch.concat(c.X, c.Whole("dim"))));
        table.Add("stack", ("torch.stack", c => torch.stack(c.X, c.Whole("dim"))));
        table.Add("hstack", ("torch.hstack", c => torch.hstack(c.X)));
        table.Add("vstack", ("torch.vstack", c => torch.vstack(c.X)));
    }

    private static Tensor Indexed(GoldenCall c)
    {
        var part = TensorIndex.Slice(c.Whole("start"), c.Whole("stop"), c.Whole("step"));
        return c.Whole("dim") == 0 ? c.X[0][part] : c.X[0][TensorIndex.Colon, part];
    }
}
