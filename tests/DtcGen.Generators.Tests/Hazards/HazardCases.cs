namespace DtcGen.Generators.Tests.Hazards;

/// <summary>Every hazard in every spelling that is known.</summary>
internal static class HazardCases
{
    public static IReadOnlyList<HazardCase> All { get; }
        = [.. Activations(), .. Normalisations(), .. Convolutions(), .. Functions(), .. States()];

    private static IEnumerable<HazardCase> Activations() =>
    [
        new("DTC020", "readonly Hardtanh act = Hardtanh();", "Hardtanh()", "TorchSharp 0.107.0 returns the input of Hardtanh unclamped")
        {
            Safe = ["readonly Hardtanh act = Hardtanh(inplace: true);", "static Hardtanh Act(bool inplace) => Hardtanh(inplace: inplace);"],
        },
        new("DTC020", "readonly Sequential seq = Sequential(ReLU(), Hardtanh(-2, 2));", "Hardtanh(-2, 2)", "say inplace: true"),
        new(
            "DTC020",
            "static Tensor Act(Tensor x) => functional.hardtanh(x, -2, 2);",
            "functional.hardtanh(x, -2, 2)",
            "write x.clamp(min, max)")
        {
            Safe =
            [
                "static Tensor Act(Tensor x) => functional.hardtanh(x, -2, 2, true);",
                "static Tensor Act(Tensor x) => functional.relu6(x);",
            ],
        },
        new(
            "DTC020",
            "static Tensor Act(Tensor x) => functional.Hardtanh(x);",
            "functional.Hardtanh(x)",
            "returns the input of functional.Hardtanh unclamped"),
        new("DTC020", "static Tensor Act(Tensor x) => x.hardtanh(-1, 1);", "x.hardtanh(-1, 1)", "returns the input of hardtanh unclamped")
        {
            Safe = ["static Tensor Act(Tensor x) => x.hardtanh_(-1, 1);", "static Tensor Act(Tensor x) => x.clamp(-1, 1);"],
        },
        new("DTC027", "static Tensor Act(Tensor x) { x.elu_(); return x; }", "x.elu_()", "leaves its input as it was in TorchSharp 0.107.0")
        {
            Safe =
            [
                "static Tensor Act(Tensor x) { x = x.elu_(); return x; }",
                "static Tensor Act(Tensor x) { x.elu_(1, 1, 1); return x; }",
                "static Tensor Act(Tensor x) { x.relu_(); return x; }",
            ],
        },
        new(
            "DTC027",
            "static Tensor Act(Tensor x) { _ = functional.elu(x, 1, inplace: true); return x; }",
            "functional.elu(x, 1, inplace: true)",
            "assign it")
        {
            Safe = ["static Tensor Act(Tensor x) => functional.elu(x, 1, inplace: true);"],
        },
        new("DTC028", "readonly RReLU act = RReLU(0.1, 0.3);", "RReLU(0.1, 0.3)", "mean slope in training too in TorchSharp 0.107.0")
        {
            Safe = ["readonly RReLU act = RReLU(0.2, 0.2);", "static Tensor Act(Tensor x) => functional.rrelu(x);"],
        },
    ];

    private static IEnumerable<HazardCase> Normalisations() =>
    [
        new(
            "DTC021",
            "readonly GroupNorm norm = GroupNorm(2, 8);",
            "GroupNorm(2, 8)",
            "TorchSharp 0.107.0 leaves in a new GroupNorm's weight and bias whatever memory held")
        {
            Safe =
            [
                "readonly GroupNorm norm = GroupNorm(2, 8, affine: false);",
                "readonly GroupNorm norm = GroupNorm(2, 8); void Start() { init.ones_(norm.weight!); init.zeros_(norm.bias!); }",
                "readonly GroupNorm norm = GroupNorm(2, 8); void Start() { norm.weight = new Parameter(ones(8)); "
                    + "norm.bias = new Parameter(zeros(8)); }",
                "GroupNorm? norm; void Start() { norm = GroupNorm(2, 8); norm.weight!.fill_(1); norm.bias!.zero_(); }",
                "GroupNorm? norm; void Start() { var made = GroupNorm(2, 8); init.ones_(made.weight!); "
                    + "init.zeros_(made.bias!); norm = made; }",
                "readonly GroupNorm norm = GroupNorm(2, 8); void Start() { foreach (var p in parameters()) init.normal_(p); }",
                "readonly GroupNorm norm = GroupNorm(2, 8); void Start() { using (no_grad()) foreach (var (_, p) in "
                    + "named_parameters()) p.fill_(1); }",
                "readonly Sequential seq = Sequential(GroupNorm(2, 8)); void Start() { foreach (var m in modules()) if "
                    + "(m is GroupNorm g) { init.ones_(g.weight!); init.zeros_(g.bias!); } }",
                "readonly GroupNorm norm = GroupNorm(2, 8); void Start(string file) => load(file);",
                "readonly LayerNorm norm = LayerNorm(8);",
            ],
        },
        new(
            "DTC021",
            "readonly GroupNorm norm = GroupNorm(2, 8); void Start() => init.ones_(norm.weight!);",
            "GroupNorm(2, 8)",
            "init.zeros_(norm.bias)"),
        new(
            "DTC021",
            "readonly GroupNorm one = GroupNorm(2, 8), two = GroupNorm(4, 8); void Start() { init.ones_(one.weight!); "
                + "init.zeros_(one.bias!); }",
            "GroupNorm(4, 8)",
            "whatever memory held"),
        new(
            "DTC021",
            "readonly GroupNorm norm = GroupNorm(2, 8); readonly Linear fc = Linear(8, 8); void Start() => init.zeros_(fc.bias!);",
            "GroupNorm(2, 8)",
            "whatever memory held"),
        new(
            "DTC021",
            "static Sequential Stage() => Sequential(Conv2d(3, 8, 3), GroupNorm(2, 8));",
            "GroupNorm(2, 8)",
            "whatever memory held"),
        new(
            "DTC025",
            "readonly BatchNorm2d norm = BatchNorm2d(8, dtype: ScalarType.BFloat16);",
            "BatchNorm2d(8, dtype: ScalarType.BFloat16)",
            "TorchSharp 0.107.0 counts the batches of BatchNorm2d in BFloat16, which stops at 256")
        {
            Safe =
            [
                "readonly BatchNorm2d norm = BatchNorm2d(8);",
                "readonly BatchNorm2d norm = BatchNorm2d(8, dtype: ScalarType.Float64);",
                "static BatchNorm2d Norm(ScalarType type) => BatchNorm2d(8, dtype: type);",
            ],
        },
        new(
            "DTC025",
            "readonly BatchNorm1d norm = BatchNorm1d(8, dtype: torch.half);",
            "BatchNorm1d(8, dtype: torch.half)",
            "which stops at 2048"),
        new(
            "DTC025",
            "readonly BatchNorm3d norm = BatchNorm3d(8, dtype: bfloat16);",
            "BatchNorm3d(8, dtype: bfloat16)",
            "to(ScalarType.BFloat16)"),
    ];

    private static IEnumerable<HazardCase> Convolutions() =>
    [
        new(
            "DTC022",
            "readonly ConvTranspose2d up = ConvTranspose2d(8, 4, (3, 3), stride: (2, 2), output_padding: (0, 1));",
            "ConvTranspose2d(8, 4, (3, 3), stride: (2, 2), output_padding: (0, 1))",
            "TorchSharp 0.107.0 takes the first number of output_padding, 0, for every dimension of ConvTranspose2d: "
                + "call functional.conv_transpose2d")
        {
            Safe =
            [
                "readonly ConvTranspose2d up = ConvTranspose2d(8, 4, (3, 3), stride: (2, 2), output_padding: (1, 1));",
                "readonly ConvTranspose2d up = ConvTranspose2d(8, 4, 3, stride: 2, output_padding: 1);",
                "readonly ConvTranspose2d up = ConvTranspose2d(8, 4, (3, 5));",
                "static ConvTranspose2d Up(long more) => ConvTranspose2d(8, 4, (3, 3), output_padding: (0, more));",
            ],
        },
        new(
            "DTC022",
            "const long More = 1; readonly ConvTranspose3d up = ConvTranspose3d(8, 4, (3, 3, 3), stride: (2, 2, 2), "
                + "output_padding: (1, 1, More - 1));",
            "ConvTranspose3d(8, 4, (3, 3, 3), stride: (2, 2, 2), output_padding: (1, 1, More - 1))",
            "call functional.conv_transpose3d"),
        new(
            "DTC023",
            "readonly Conv2d conv = Conv2d(3, 8, (3, 5), padding: Padding.Same, padding_mode: PaddingModes.Reflect);",
            "Conv2d(3, 8, (3, 5), padding: Padding.Same, padding_mode: PaddingModes.Reflect)",
            "comes with PaddingModes.Reflect: say padding: (1, 2)")
        {
            Safe =
            [
                "readonly Conv2d conv = Conv2d(3, 8, (3, 5), padding: Padding.Same);",
                "readonly Conv2d conv = Conv2d(3, 8, (3, 5), padding: (1, 2), padding_mode: PaddingModes.Reflect);",
                "readonly Conv2d conv = Conv2d(3, 8, 3, padding: Padding.Same, padding_mode: PaddingModes.Reflect);",
                "readonly Conv2d conv = Conv2d(3, 8, (3, 5), padding: Padding.Valid, padding_mode: PaddingModes.Reflect);",
                "readonly Conv2d conv = Conv2d(3, 8, (3, 5), padding: Padding.Same, dilation: (2, 1), padding_mode: PaddingModes.Reflect);",
                "readonly Conv3d conv = Conv3d(3, 8, (3, 5, 3), padding: Padding.Same, padding_mode: PaddingModes.Circular);",
                "readonly Conv1d conv = Conv1d(3, 8, 4, padding: Padding.Same, padding_mode: PaddingModes.Circular);",
            ],
        },
        new(
            "DTC023",
            "readonly Conv2d conv = Conv2d(3, 8, (3, 3), padding: Padding.Same, dilation: (1, 2), padding_mode: PaddingModes.Constant);",
            "Conv2d(3, 8, (3, 3), padding: Padding.Same, dilation: (1, 2), padding_mode: PaddingModes.Constant)",
            "say padding: (1, 2)"),
        new(
            "DTC023",
            "readonly Conv3d conv = Conv3d(3, 8, (2, 3, 3), padding: Padding.Same, padding_mode: PaddingModes.Replicate);",
            "Conv3d(3, 8, (2, 3, 3), padding: Padding.Same, padding_mode: PaddingModes.Replicate)",
            "pad by functional.pad before"),
        new(
            "DTC024",
            "readonly AdaptiveMaxPool3d pool = AdaptiveMaxPool3d([2, 2, 2]);",
            "AdaptiveMaxPool3d([2, 2, 2])",
            "throws at every call in TorchSharp 0.107.0")
        {
            Safe = ["readonly MaxPool3d pool = MaxPool3d(2);", "readonly AdaptiveMaxPool2d pool = AdaptiveMaxPool2d([2, 2]);"],
        },
        new(
            "DTC024",
            "static Tensor Pool(Tensor x) => functional.adaptive_max_pool3d(x, [2, 2, 2]);",
            "functional.adaptive_max_pool3d(x, [2, 2, 2])",
            "functional.adaptive_max_pool3d throws"),
        new(
            "DTC024",
            "static Tensor Pool(Tensor x) => functional.adaptive_max_pool3d_with_indices(x, [2, 2, 2]).Item1;",
            "functional.adaptive_max_pool3d_with_indices(x, [2, 2, 2])",
            "use MaxPool3d"),
    ];

    private static IEnumerable<HazardCase> Functions() =>
    [
        new(
            "DTC026",
            "static Tensor Loss(Tensor x, Tensor y) => KLDivLoss().call(x, y);",
            "KLDivLoss()",
            "KLDivLoss takes its target for logarithms in TorchSharp 0.107.0")
        {
            Safe =
            [
                "static Tensor Loss(Tensor x, Tensor y) => KLDivLoss(false).call(x, y);",
                "static Tensor Loss(Tensor x, Tensor y) => KLDivLoss(log_target: true).call(x, y);",
            ],
        },
        new(
            "DTC026",
            "static Tensor Loss(Tensor x, Tensor y) => functional.kl_div(x, y, reduction: Reduction.Sum);",
            "functional.kl_div(x, y, reduction: Reduction.Sum)",
            "say log_target: false for probabilities")
        {
            Safe = ["static Tensor Loss(Tensor x, Tensor y) => functional.kl_div(x, y, log_target: false);"],
        },
        new("DTC029", "static Tensor Pad(Tensor x) => functional.pad(x, 1);", "functional.pad(x, 1)", "such as (1, 1)")
        {
            Safe =
            [
                "static Tensor Pad(Tensor x) => functional.pad(x, (1, 1));",
                "static Tensor Pad(Tensor x) => functional.pad(x, [1, 1, 1, 1]);",
                "static Tensor Pad(Tensor x) => functional.pad(x, 0);",
            ],
        },
        new(
            "DTC029",
            "static Tensor Pad(Tensor x, long width) => functional.pad(x, width);",
            "functional.pad(x, width)",
            "such as (width, width)"),
        new(
            "DTC030",
            "static void Start(Tensor w, Generator random) => init.normal_(w, 0, 0.02, random);",
            "init.normal_(w, 0, 0.02, random)",
            "init.normal_ draws from the global generator in TorchSharp 0.107.0, not from the given one: call normal_")
        {
            Safe =
            [
                "static void Start(Tensor w) => init.normal_(w, 0, 0.02);",
                "static void Start(Tensor w, Generator random) => w.normal_(0, 0.02, random);",
                "static void Start(Tensor w) => init.normal_(w, generator: null);",
            ],
        },
        new(
            "DTC030",
            "static void Start(Tensor w) => init.uniform_(w, generator: new Generator(1));",
            "init.uniform_(w, generator: new Generator(1))",
            "call uniform_ of the tensor"),
        new(
            "DTC031",
            "static void Start(Tensor w) => init.trunc_normal_(w, 0, 0.02);",
            "init.trunc_normal_(w, 0, 0.02)",
            "with few numbers, often with one, in TorchSharp 0.107.0")
        {
            Safe = ["static void Start(Tensor w) => w.normal_(0, 0.02).clamp_(-0.04, 0.04);"],
        },
    ];

    private static IEnumerable<HazardCase> States() =>
    [
        new(
            "DTC032",
            "readonly LSTMCell cell = LSTMCell(3, 4); Tensor Step(Tensor x) => cell.call(x).Item1;",
            "cell.call(x)",
            "without a state throws in TorchSharp 0.107.0")
        {
            Safe =
            [
                "readonly LSTMCell cell = LSTMCell(3, 4); Tensor Step(Tensor x, Tensor h, Tensor c) => cell.call(x, (h, c)).Item1;",
                "readonly LSTMCell cell = LSTMCell(3, 4); Tensor Step(Tensor x, (Tensor, Tensor)? state) => cell.call(x, state).Item1;",
                "readonly LSTM lstm = LSTM(3, 4); Tensor Step(Tensor x) => lstm.call(x).Item1;",
            ],
        },
        new(
            "DTC032",
            "readonly LSTMCell cell = LSTMCell(3, 4); Tensor Step(Tensor x) => cell.forward(x, null).Item1;",
            "cell.forward(x, null)",
            "zeros at the first step"),
        new(
            "DTC033",
            "readonly Embedding words = Embedding_from_pretrained(ones(4, 3));",
            "Embedding_from_pretrained(ones(4, 3))",
            "In TorchSharp 0.107.0 this embedding computes with the tensor given")
        {
            Safe = ["readonly Embedding words = Embedding(4, 3);"],
        },
    ];
}
