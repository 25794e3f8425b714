namespace DtcGen.Onnx;

// Element-wise arithmetic on two values, or on a value and a number.
public sealed partial class OnnxGraph
{
    /// <summary><c>left + alpha * right</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="left">One term.</param>
    /// <param name="right">The other; shapes broadcast.</param>
    /// <param name="alpha">What <paramref name="right"/> is multiplied by.</param>
    public OnnxValue Add(string name, OnnxValue left, OnnxValue right, double alpha = 1)
        => Binary("Add", name, left, Scaled(name, right, alpha));

    /// <summary><c>left + alpha * right</c> with a number.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="left">One term.</param>
    /// <param name="right">The other.</param>
    /// <param name="alpha">What <paramref name="right"/> is multiplied by.</param>
    public OnnxValue Add(string name, OnnxValue left, double right, double alpha = 1) => BinaryWithNumber("Add", name, left, alpha * right);

    /// <summary><c>left + right</c> with the number first.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="left">One term.</param>
    /// <param name="right">The other.</param>
    public OnnxValue Add(string name, double left, OnnxValue right) => BinaryWithNumber("Add", name, right, left);

    /// <summary><c>left - alpha * right</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="left">What is subtracted from.</param>
    /// <param name="right">What is subtracted; shapes broadcast.</param>
    /// <param name="alpha">What <paramref name="right"/> is multiplied by.</param>
    public OnnxValue Sub(string name, OnnxValue left, OnnxValue right, double alpha = 1)
        => Binary("Sub", name, left, Scaled(name, right, alpha));

    /// <summary><c>left - right</c> with a number.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="left">What is subtracted from.</param>
    /// <param name="right">What is subtracted.</param>
    public OnnxValue Sub(string name, OnnxValue left, double right) => BinaryWithNumber("Sub", name, left, right);

    /// <summary><c>left - right</c> with the number first.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="left">What is subtracted from.</param>
    /// <param name="right">What is subtracted.</param>
    public OnnxValue Sub(string name, double left, OnnxValue right) => BinaryWithNumber("Sub", name, right, left, numberFirst: true);

    /// <summary><c>left * right</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="left">One factor.</param>
    /// <param name="right">The other; shapes broadcast.</param>
    public OnnxValue Mul(string name, OnnxValue left, OnnxValue right) => Binary("Mul", name, left, right);

    /// <summary><c>left * right</c> with a number.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="left">One factor.</param>
    /// <param name="right">The other.</param>
    public OnnxValue Mul(string name, OnnxValue left, double right) => BinaryWithNumber("Mul", name, left, right);

    /// <summary><c>left * right</c> with the number first.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="left">One factor.</param>
    /// <param name="right">The other.</param>
    public OnnxValue Mul(string name, double left, OnnxValue right) => BinaryWithNumber("Mul", name, right, left);

    /// <summary><c>left / right</c>; integers are divided as floating-point numbers, as TorchSharp does.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="left">What is divided.</param>
    /// <param name="right">What it is divided by; shapes broadcast.</param>
    public OnnxValue Div(string name, OnnxValue left, OnnxValue right)
        => Binary("Div", name, ForDivision(name, left), ForDivision(name, right));

    /// <summary><c>left / right</c> with a number.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="left">What is divided.</param>
    /// <param name="right">What it is divided by.</param>
    public OnnxValue Div(string name, OnnxValue left, double right) => BinaryWithNumber("Div", name, ForDivision(name, left), right);

    /// <summary><c>left / right</c> with the number first.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="left">What is divided.</param>
    /// <param name="right">What it is divided by.</param>
    public OnnxValue Div(string name, double left, OnnxValue right)
        => BinaryWithNumber("Div", name, ForDivision(name, right), left, numberFirst: true);

    private OnnxValue Binary(string opType, string name, OnnxValue left, OnnxValue right)
    {
        var type = OnnxElementTypes.Promote(left.ElementType, right.ElementType);
        var shape = Broadcast(name, left.Shape, right.Shape);
        return Node(opType, name, [Cast($"{name}/Cast", left, type), Cast($"{name}/Cast", right, type)], type, shape);
    }

    private OnnxValue BinaryWithNumber(string opType, string name, OnnxValue value, double number, bool numberFirst = false)
    {
        var whole = value.ElementType.IsFloating() || double.IsInteger(number);
        var type = value.ElementType == OnnxElementType.Bool ? OnnxElementType.Int64 : value.ElementType;
        var operand = Cast($"{name}/Cast", value, whole ? type : TypeOf(OnnxElementType.Float));
        var constant = Constant(name, number, operand.ElementType);
        return Node(opType, name, numberFirst ? [constant, operand] : [operand, constant], operand.ElementType, operand.Shape);
    }

    private OnnxValue Scaled(string name, OnnxValue value, double alpha) => alpha == 1 ? value : Mul($"{name}/alpha", value, alpha);

    private OnnxValue ForDivision(string name, OnnxValue value)
        => value.ElementType.IsFloating() ? value : Cast($"{name}/Cast", value, TypeOf(OnnxElementType.Float));

    private OnnxValue Cast(string name, OnnxValue value, OnnxElementType type)
        => value.ElementType == type ? value : Node("Cast", name, [value], type, value.Shape, OnnxAttributes.Make("to", (long)type));
}
