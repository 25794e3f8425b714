using System.Text;

namespace DtcGen.Generators.Writing;

/// <summary>Writes indented lines.</summary>
internal sealed class SourceWriter
{
    private const int Step = 4;

    private readonly StringBuilder _text = new();
    private int _indent;

    public void Line(string text = "")
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _indent).Append(text);
        }

        _text.Append('\n');
    }

    /// <summary>Writes a line, and an empty one before it unless it is the first.</summary>
    public void Section(string text)
    {
        if (_text.Length > 0)
        {
            Line();
        }

        Line(text);
    }

    /// <summary>Writes a header and opens a block under it; disposing closes it.</summary>
    /// <param name="header">The line before the brace.</param>
    /// <param name="end">What follows the closing brace.</param>
    public Block Open(string header, string end = "")
    {
        Line(header);
        return OpenWith("{", "}" + end);
    }

    /// <summary>Writes an opening line and indents what follows; disposing writes the closing line.</summary>
    public Block OpenWith(string opening, string closing)
    {
        Line(opening);
        _indent += Step;
        return new Block(this, closing);
    }

    public override string ToString() => _text.ToString();

    /// <summary>An open block.</summary>
    internal sealed class Block(SourceWriter writer, string closing) : IDisposable
    {
        public void Dispose()
        {
            writer._indent -= Step;
            writer.Line(closing);
        }
    }
}
