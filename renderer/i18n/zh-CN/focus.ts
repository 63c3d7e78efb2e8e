export const focus = {
  title: '专注模式（逐项评分，触控）',
  leave: '退出专注模式',
  contents: '目录',
  narrowed: '列表已筛选为 {{count}} 项，显示全部',
  outdoor: '户外显示',
  photo: '拍照',
  facts: '评分标准原文与所需资料',
  side: '本项结果与佐证',
  places: '选地点',
  reasons: '常用说法',
  stock: {
    seen: '现场查看属实',
    papers: '台账资料不全',
    asked: '现场询问得知',
    again: '此前已指出，仍未整改',
  },
  keypad: { title: '数字键盘', back: '退格', empty: '清空', done: '确定' },
}
