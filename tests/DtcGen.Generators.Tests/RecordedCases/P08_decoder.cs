// input: long 7 20
namespace Tested;

public sealed record Settings(int Width, int Heads, int Layers, int Words, double Eps = 1e-6);

public sealed class RootMean : Module<Tensor, Tensor>
{
    private readonly double eps;
    private readonly Parameter weight;

    public RootMean(Settings settings) : base(nameof(RootMean))
    {
        eps = settings.Eps;
        weight = Parameter(torch.ones(settings.Width));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var type = x.dtype;
        x = x.to_type(ScalarType.Float32);
        var variance = x.pow(2).mean([-1], keepdim: true);
        return weight * (x * torch.rsqrt(variance + eps)).to_type(type);
    }
}

public sealed class FeedForward : Module<Tensor, Tensor>
{
    private readonly Linear gate;
    private readonly Linear up;
    private readonly Linear down;

    public FeedForward(Settings settings) : base(nameof(FeedForward))
    {
        gate = Linear(settings.Width, 20, hasBias: false);
        up = Linear(settings.Width, 20, hasBias: false);
        down = Linear(20, settings.Width, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => down.call(functional.silu(gate.call(x)) * up.call(x));
}

public sealed class SelfAttention : Module<Tensor, int, Tensor, Tensor?, Tensor>
{
    private readonly int heads;
    private readonly int size;
    private readonly Linear q;
    private readonly Linear k;
    private readonly Linear v;
    private readonly Linear o;

    public SelfAttention(Settings settings) : base(nameof(SelfAttention))
    {
        heads = settings.Heads;
        size = settings.Width / settings.Heads;
        q = Linear(settings.Width, settings.Width, hasBias: false);
        k = Linear(settings.Width, settings.Width, hasBias: false);
        v = Linear(settings.Width, settings.Width, hasBias: false);
        o = Linear(settings.Width, settings.Width, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, int start, Tensor angles, Tensor? mask)
    {
        var (batch, length) = (x.shape[0], x.shape[1]);
        var query = Turn(q.call(x).view(batch, length, heads, size).transpose(1, 2), angles);
        var key = Turn(k.call(x).view(batch, length, heads, size).transpose(1, 2), angles);
        var value = v.call(x).view(batch, length, heads, size).transpose(1, 2);
        var scores = torch.matmul(query, key.transpose(2, 3)) / Math.Sqrt(size);
        if (mask is not null)
        {
            scores = scores + mask;
        }

        scores = functional.softmax(scores, -1);
        return o.call(torch.matmul(scores, value).transpose(1, 2).contiguous().view(batch, length, -1));
    }

    private static Tensor Turn(Tensor x, Tensor angles)
    {
        var halves = x.chunk(2, -1);
        var (cos, sin) = (angles.cos(), angles.sin());
        return torch.cat([halves[0] * cos - halves[1] * sin, halves[0] * sin + halves[1] * cos], -1);
    }
}

public sealed class Layer : Module<Tensor, int, Tensor, Tensor?, Tensor>
{
    private readonly SelfAttention attention;
    private readonly FeedForward feed;
    private readonly RootMean norm1;
    private readonly RootMean norm2;

    public Layer(Settings settings) : base(nameof(Layer))
    {
        attention = new SelfAttention(settings);
        feed = new FeedForward(settings);
        norm1 = new RootMean(settings);
        norm2 = new RootMean(settings);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, int start, Tensor angles, Tensor? mask)
    {
        var h = x + attention.call(norm1.call(x), start, angles, mask);
        return h + feed.call(norm2.call(h));
    }
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Settings settings;
    private readonly Embedding words;
    private readonly ModuleList<Layer> layers = ModuleList<Layer>();
    private readonly RootMean norm;
    private readonly Linear head;
    private readonly Tensor angles;

    public Net() : this(new Settings(12, 3, 2, 20))
    {
    }

    private Net(Settings settings) : base(nameof(Net))
    {
        this.settings = settings;
        words = Embedding(settings.Words, settings.Width);
        for (var i = 0; i < settings.Layers; i++)
        {
            layers.Add(new Layer(settings));
        }

        norm = new RootMean(settings);
        head = Linear(settings.Width, settings.Words, hasBias: false);
        var places = torch.arange(16, ScalarType.Float32);
        angles = torch.outer(places, torch.tensor(new float[] { 1, 0.1f }));
        register_buffer("angles", angles);
        RegisterComponents();
    }

    public override Tensor forward(Tensor tokens)
    {
        var length = tokens.shape[1];
        var h = words.call(tokens);
        Tensor? mask = null;
        if (length > 1)
        {
            mask = torch.full(new long[] { length, length }, float.NegativeInfinity);
            mask = torch.triu(mask, 1);
        }

        var turned = angles[..(int)length];
        foreach (var layer in layers)
        {
            h = layer.call(h, 0, turned, mask);
        }

        return head.call(norm.call(h));
    }
}
