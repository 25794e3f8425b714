// input: float 9,12
namespace Tested;

public sealed class Attention : Module<Tensor, Tensor>
{
    private readonly int heads;
    private readonly double scale;
    private readonly Linear qkv;
    private readonly Linear proj;
    private readonly Dropout drop;

    public Attention(int width, int heads) : base(nameof(Attention))
    {
        this.heads = heads;
        scale = Math.Pow(width / heads, -0.5);
        qkv = Linear(width, 3 * width);
        proj = Linear(width, width);
        drop = Dropout(0.1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (b, n, c) = (x.shape[0], x.shape[1], x.shape[2]);
        var parts = qkv.call(x).reshape(b, n, 3, heads, c / heads).permute(2, 0, 3, 1, 4);
        var (q, k, v) = (parts[0], parts[1], parts[2]);
        var weights = torch.matmul(q, k.transpose(-2, -1)) * scale;
        weights = drop.call(weights.softmax(-1));
        return proj.call(torch.matmul(weights, v).transpose(1, 2).reshape(b, n, c));
    }
}

public sealed class DropPath : Module<Tensor, Tensor>
{
    private readonly double share;

    public DropPath(double share) : base(nameof(DropPath)) => this.share = share;

    public override Tensor forward(Tensor x)
    {
        if (share == 0 || !training)
        {
            return x;
        }

        var kept = 1 - share;
        var mask = torch.rand(x.shape[0], 1, 1) + kept;
        return x / kept * mask.floor();
    }
}

public sealed class Block : Module<Tensor, Tensor>
{
    private readonly LayerNorm norm1;
    private readonly Attention attn;
    private readonly LayerNorm norm2;
    private readonly Sequential mlp;
    private readonly Parameter gamma;
    private readonly DropPath path;

    public Block(int width, int heads, double dropPath) : base(nameof(Block))
    {
        norm1 = LayerNorm(width);
        attn = new Attention(width, heads);
        norm2 = LayerNorm(width);
        mlp = Sequential(Linear(width, 2 * width), GELU(), Linear(2 * width, width));
        gamma = Parameter(torch.ones(width) * 0.5);
        path = new DropPath(dropPath);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = x + path.call(gamma * attn.call(norm1.call(x)));
        return x + path.call(gamma * mlp.call(norm2.call(x)));
    }
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Parameter place = Parameter(torch.randn(1, 10, 12) * 0.02);
    private readonly Parameter cls = Parameter(torch.zeros(1, 1, 12));
    private readonly ModuleList<Block> blocks = new();
    private readonly LayerNorm norm = LayerNorm(12);
    private readonly Linear head = Linear(12, 4);

    public Net() : base(nameof(Net))
    {
        for (var i = 0; i < 2; i++)
        {
            blocks.Add(new Block(12, 3, 0.1 * i));
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = torch.cat([cls.expand(x.shape[0], -1, -1), x], 1) + place;
        foreach (var block in blocks)
        {
            x = block.call(x);
        }

        return head.call(norm.call(x)[.., 0]);
    }
}
